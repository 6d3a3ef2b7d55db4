// The chat page in a real browser: by keyboard, on a phone, for a screen reader (axe), in the dark, and without leaks.
import assert from "node:assert/strict";
import { chromium } from "playwright-core";
import { AxeBuilder } from "@axe-core/playwright";

const base = process.env.BASE;
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM || "/usr/bin/chromium", args: ["--no-sandbox"] });
let checks = 0;

async function open(options = {}) {
  const context = await browser.newContext({ locale: "en-US", ...options });
  const page = await context.newPage();
  page.faults = [];
  page.on("pageerror", (error) => page.faults.push(String(error)));
  page.on("console", (message) => { if (message.type() === "error") page.faults.push(message.text()); });
  page.on("request", (request) => { if (!request.url().startsWith(base) && !request.url().startsWith("data:")) page.faults.push("loads " + request.url()); });
  await page.goto(base + "/");
  return page;
}

const last = (page) => page.locator("#log > .bot").last();

async function say(page, text) {
  const before = await page.locator("#log > .bot").count();
  await page.keyboard.type(text);
  await page.keyboard.press("Enter");
  await page.waitForFunction((n) => document.querySelectorAll("#log > .bot").length > n, before);
}

async function check(name, run) {
  await run();
  checks += 1;
  console.log("ok", name);
}

async function accessible(page) {
  const { violations } = await new AxeBuilder({ page }).analyze();
  assert.deepEqual(violations.map((v) => [v.id, v.nodes.map((n) => n.target.join(" "))]), []);
}

async function toReview(page) {
  for (const text of ["hi", "Jane Roe", "4242 4242 4242 4242", "12/2030", "123"]) await say(page, text);
}

await check("a payment by keyboard alone, from hello to paid", async () => {
  const page = await open();
  await accessible(page);
  assert.equal(await page.evaluate(() => document.activeElement.id), "message");
  await say(page, "hi");
  await say(page, "Jane Roe");
  assert.equal(await page.locator("#message").getAttribute("inputmode"), "numeric");
  await say(page, "4242 4242 4242 4242");
  await say(page, "12/2030");
  assert.equal(await page.locator("#message").getAttribute("type"), "password");
  assert.equal(await page.locator("#message").getAttribute("autocomplete"), "off");
  await accessible(page);
  await say(page, "123");
  assert.equal(await page.locator("#message").getAttribute("type"), "text");
  assert.equal(await page.locator("#steps [aria-current=step]").count(), 1);
  await accessible(page);
  // Tab leads to the buttons; Enter presses the first one: yes.
  await page.locator("#chips button").first().focus();
  assert.equal(await page.locator("#chips button").first().textContent(), "Yes");
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.querySelectorAll("#steps .past").length === 5);
  assert.match(await last(page).textContent(), /49\.90/);
  await accessible(page);
  assert.deepEqual(page.faults, []);
});

await check("the page never shows a number or a code, and keeps nothing", async () => {
  const page = await open();
  await toReview(page);
  const text = await page.evaluate(() => document.documentElement.outerHTML);
  assert.ok(!/4242[ -]?4242/.test(text));
  assert.deepEqual(await page.locator("#log > .you").allTextContents().then((all) => all.slice(2)), ["You: •••• 4242", "You: 12/2030", "You: •••"]);
  const kept = await page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie, location.href]);
  assert.deepEqual(kept, [0, 0, "", base + "/"]);
  await page.reload();
  assert.equal(await page.locator("#log > .bot").count(), 0);
});

await check("everything told at once is masked", async () => {
  const page = await open();
  await say(page, "Jane Roe, 4242-4242-4242-4242, 12/28, 123");
  assert.equal(await page.locator("#log > .you").last().textContent(), "You: Jane Roe, •••• 4242, 12/28, •••");
});

await check("a number in pieces shows none of them", async () => {
  const page = await open();
  for (const text of ["hi", "Jane Roe", "4242", "4242"]) await say(page, text);
  assert.equal(await page.locator("#log > .you").last().textContent(), "You: ••••");
});

await check("3-D Secure is a link to the bank, and the chat goes on", async () => {
  const page = await open();
  for (const text of ["hi", "Jane Roe", "4000000000003220", "12/2030", "123", "yes"]) await say(page, text);
  const link = page.locator("#chips a");
  assert.equal(await link.getAttribute("rel"), "noopener noreferrer");
  const [bank] = await Promise.all([page.context().waitForEvent("page"), link.click()]);
  await bank.waitForLoadState();
  assert.match(await bank.textContent("h1"), /bank/i);
  await bank.close();
  await page.locator("#chips button").first().click();
  await page.waitForFunction(() => document.querySelectorAll("#steps .past").length === 5);
  assert.deepEqual(page.faults, []);
});

await check("a broken network is told, and trying again delivers once", async () => {
  const page = await open();
  await say(page, "hi");
  let lost = 0;
  const keys = new Set();
  await page.route("**/chat", async (route) => {
    keys.add(route.request().headers()["idempotency-key"]);
    lost += 1;
    // The first one arrives, and its answer is lost.
    if (lost === 1) await route.fetch();
    await (lost < 3 ? route.abort() : route.continue());
  });
  await say(page, "Jane Roe");
  assert.equal(keys.size, 1);
  await page.unroute("**/chat");
  assert.equal(await page.locator("#log > .bot").count(), 2);
  assert.match(await last(page).textContent(), /card number/i);
});

await check("a session that is over says so and begins anew", async () => {
  const page = await open();
  await say(page, "hi");
  await page.route("**/chat", (route) => route.fulfill({ status: 404, contentType: "application/problem+json", body: "{}" }));
  await page.keyboard.type("Jane Roe");
  await page.keyboard.press("Enter");
  await page.waitForSelector("#log > .bad");
  await page.unroute("**/chat");
  await say(page, "hi");
  assert.match(await last(page).textContent(), /name/i);
});

await check("what keeps a payment from beginning is told in its own words", async () => {
  const page = await open();
  for (const [status, problem, says] of [
    [400, "order-not-accepted", /order/],
    [503, "paused", /few minutes/],
    [429, "too-many-failures", /few minutes/],
    [500, "fault", /failed on our side/],
  ]) {
    await page.route("**/chat", (route) => route.fulfill({
      status, contentType: "application/problem+json", headers: { "Retry-After": "300" },
      body: JSON.stringify({ type: "urn:payment-smart-bot:problem:" + problem }),
    }));
    await page.keyboard.type("hi");
    await page.keyboard.press("Enter");
    await page.waitForFunction((says) => new RegExp(says).test((document.querySelector("#log > .bad:last-of-type") || {}).textContent), says.source);
    await page.unroute("**/chat");
  }
});

await check("in Spanish, by the browser's own language", async () => {
  const page = await open({ locale: "es-MX" });
  assert.equal(await page.getAttribute("html", "lang"), "es");
  await say(page, "hola");
  assert.match(await last(page).textContent(), /tarjeta/);
  assert.equal(await page.locator("#send").textContent(), "Enviar");
  await accessible(page);
});

await check("on a phone, large and small, light and dark: nothing overflows", async () => {
  for (const colorScheme of ["light", "dark"]) {
    for (const viewport of [{ width: 320, height: 480 }, { width: 412, height: 915 }]) {
      const page = await open({ viewport, colorScheme, hasTouch: true, isMobile: true });
      await toReview(page);
      const [wide, size] = await page.evaluate(() => [
        document.documentElement.scrollWidth > document.documentElement.clientWidth,
        parseFloat(getComputedStyle(document.getElementById("message")).fontSize),
      ]);
      assert.equal(wide, false);
      assert.ok(size >= 16);
      await accessible(page);
      if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/${colorScheme}-${viewport.width}.png` });
      await page.context().close();
    }
  }
});

await check("without JavaScript it says what is missing", async () => {
  const page = await open({ javaScriptEnabled: false });
  assert.match(await page.textContent("main"), /needs JavaScript/);
});

await check("words of the service are text, never markup", async () => {
  const page = await open();
  await page.route("**/chat", (route) => route.fulfill({
    contentType: "application/json",
    body: JSON.stringify({ sessionId: "x", sessionToken: "t", turn: 1, reply: "<img src=x onerror=alert(1)><b>bold</b>", currentStep: "confirm",
      status: "awaiting_authentication", collectedData: {}, language: "en", nextAction: { type: "redirect", url: "javascript:alert(1)" } }),
  }));
  await say(page, "hi");
  assert.equal(await page.locator("#log img, #log b").count(), 0);
  assert.equal(await page.locator("#chips a").count(), 0);
});

await browser.close();
console.log(checks, "checks");
