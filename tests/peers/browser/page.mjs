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

// What was offered has stood there long enough to be meant.
const settled = (page) => page.waitForTimeout(450);

async function press(page, selector) {
  const before = await page.locator("#log > .bot").count();
  await settled(page);
  await page.locator(selector).first().click();
  await page.waitForFunction((n) => document.querySelectorAll("#log > .bot").length > n, before);
}

const paid = (page) => page.waitForFunction(() => document.querySelectorAll("#steps .past").length === 5);
const told = (page) => page.locator("#log > .bot").last().textContent();

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
  await settled(page);
  await page.locator("#pay button").focus();
  assert.equal(await page.locator("#pay button").textContent(), "Yes");
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.querySelectorAll("#steps .past").length === 5);
  assert.match(await last(page).textContent(), /49\.90/);
  await accessible(page);
  assert.deepEqual(page.faults, []);
});

await check("the page never shows a number or a code, and keeps neither", async () => {
  const page = await open();
  await toReview(page);
  const text = await page.evaluate(() => document.documentElement.outerHTML);
  assert.ok(!/4242[ -]?4242/.test(text));
  assert.deepEqual(await page.locator("#log > .you").allTextContents().then((all) => all.slice(2)), ["You: •••• 4242", "You: 12/2030", "You: •••"]);
  const kept = await page.evaluate(() => [JSON.stringify({ ...localStorage }), JSON.stringify({ ...sessionStorage }), document.cookie, location.href]);
  assert.deepEqual(kept.slice(2), ["", base + "/"]);
  assert.ok(kept.every((part) => !/4242|123"/.test(part)), "which payment it is, and nothing of the card");
  await page.reload();
  assert.equal(await page.locator("#log > .bot").count(), 0);
});

await check("while a number may be held, the tab keeps nothing of the session", async () => {
  const page = await open();
  for (const text of ["hi", "Jane Roe", "4242 4242 4242 4242"]) await say(page, text);
  assert.equal(await page.evaluate(() => sessionStorage.length), 0);
  await page.reload();
  await say(page, "hi");
  assert.match(await told(page), /name/i);
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
  await settled(page);
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

// What was found wrong with money in the browser (A to G), and one payment for one order.
await check("A: after it is paid, the same conversation goes on answering", async () => {
  const page = await open();
  await toReview(page);
  await press(page, "#pay button");
  const receipt = await told(page);
  assert.match(receipt, /You've paid €49\.90/);
  for (const [text, says] of [["did it go through?", /paid/i], ["thanks, bye!", /bye/i], ["can I get a refund?", /support@example\.com/]]) {
    await say(page, text);
    assert.match(await told(page), says, text);
    assert.ok(!/What is the name/.test(await told(page)), text);
  }
  assert.ok((await page.locator("#log").textContent()).includes(receipt), "the receipt stays");
  assert.equal(await page.locator("#pay button, #chips .main").count(), 0);
  assert.equal(await page.locator("#anew").textContent(), "New payment");
});

await check("A: a payment that was cancelled goes on answering as well", async () => {
  const page = await open();
  await say(page, "hi");
  await say(page, "cancel");
  await say(page, "was anything charged?");
  assert.match(await told(page), /Nothing (was|has been) charged/);
});

await check("B: starting over is asked about, ends the session at the service, and is absent while a payment is on its way", async () => {
  const page = await open();
  for (const text of ["hi", "Jane Roe"]) await say(page, text);
  const deleted = [];
  page.on("response", (answer) => { if (answer.request().method() === "DELETE") deleted.push(answer.status()); });
  await settled(page);
  await page.locator("#anew").click();
  await accessible(page);
  await page.locator("#sure-no").click();
  assert.deepEqual([deleted.length, await page.locator("#log > .bot").count()], [0, 2]);
  await page.locator("#anew").click();
  await page.locator("#sure-yes").click();
  await page.waitForFunction(() => document.querySelectorAll("#log > .bot").length === 0);
  assert.deepEqual(deleted, [204]);
  await toReview(page);
  assert.equal(await page.locator("#anew").isVisible(), true);
  await page.route("**/chat", async (route) => { await new Promise((done) => setTimeout(done, 600)); await route.continue(); });
  await settled(page);
  await page.locator("#pay button").click();
  assert.equal(await page.locator("#anew").isVisible(), false, "not while the yes is on its way");
  await paid(page);
});

await check("B: money in flight cannot be left, neither by starting over nor by loading the page again", async () => {
  const page = await open();
  for (const text of ["hi", "Jane Roe", "4000000000003220", "12/2030", "123", "yes"]) await say(page, text);
  assert.equal(await page.locator("#anew").isVisible(), false);
  await page.reload();
  await page.waitForSelector("#chips a");
  assert.equal(await page.locator("#anew").isVisible(), false);
  assert.match(await page.locator("#log").textContent(), /same payment/);
  await press(page, "#chips button");
  await paid(page);
  assert.match(await told(page), /You've paid/);
});

await check("one payment for a second tab, and another one after the receipt only", async () => {
  const page = await open();
  const second = await page.context().newPage();
  await second.goto(base + "/");
  await toReview(page);
  await second.bringToFront();
  for (const text of ["hi", "Jane Roe", "4242 4242 4242 4242", "12/2030", "123"]) await say(second, text);
  await page.bringToFront();
  await press(page, "#pay button");
  assert.match(await told(page), /You've paid/);
  await second.bringToFront();
  await press(second, "#pay button");
  assert.match(await told(second), /This payment is finished/);
  assert.equal(await second.locator("#anew").textContent(), "New payment");
  const kept = await second.evaluate(() => localStorage.getItem("order"));
  // Who opens it without the session's token is asked for no card.
  const third = await page.context().newPage();
  await third.goto(base + "/");
  await say(third, "I want to pay");
  assert.match(await told(third), /This payment is finished.*Start a new one\?/);
  assert.equal(await third.evaluate(() => localStorage.getItem("order")), kept);
  await settled(third);
  await Promise.all([third.waitForNavigation(), third.locator("#anew").click()]);
  await say(third, "I want to pay");
  assert.match(await told(third), /name/i);
  assert.notEqual(await third.evaluate(() => localStorage.getItem("order")), kept);
});

await check("an order that was minted leaves the address bar", async () => {
  const page = await open();
  const order = await page.evaluate(() => document.body.dataset.order);
  const other = await (await browser.newContext({ locale: "en-US" })).newPage();
  await other.goto(base + "/#order=" + order);
  await say(other, "hi");
  assert.equal(other.url(), base + "/");
  assert.equal(await other.evaluate(() => localStorage.getItem("order")), order);
});

await check("an order of a service that has another key by now is replaced, not in the customer's way", async () => {
  const page = await open();
  await page.evaluate(() => localStorage.setItem("order", localStorage.getItem("order").slice(0, -6) + "AAAAAA"));
  await page.reload();
  await say(page, "hi");
  assert.match(await told(page), /name/i);
  assert.equal(await page.locator("#log > .bad").count(), 0);
});

await check("C: a double click on yes pays once, and leaves the receipt", async () => {
  for (const viewport of [{ width: 1280, height: 800 }, { width: 320, height: 568 }]) {
    const page = await open({ viewport });
    await toReview(page);
    await settled(page);
    const yes = await page.locator("#pay button").boundingBox();
    const at = [yes.x + yes.width / 2, yes.y + yes.height / 2];
    // A tall review is shown to its end first.
    if (viewport.width === 320) {
      await page.mouse.click(...at);
      await settled(page);
    }
    await page.mouse.click(...at);
    await page.mouse.click(...at, { delay: 30 });
    await paid(page);
    await page.mouse.click(...at);
    await page.waitForTimeout(700);
    assert.match(await page.locator("#log").textContent(), /You've paid/);
    assert.equal(await page.locator("#log > .you").filter({ hasText: "Yes" }).count(), 1);
    await page.context().close();
  }
});

await check("C: what appears under the pointer is not pressed by a click that came too soon", async () => {
  const page = await open();
  await settled(page);
  await page.locator("#chips button").dblclick();
  await page.waitForTimeout(700);
  assert.equal(await page.locator("#log > .you").count(), 1);
});

await check("D: yes is sent once the whole review was in view, also beside a phone's keyboard", async () => {
  const page = await open({ viewport: { width: 375, height: 340 }, hasTouch: true, isMobile: true });
  await toReview(page);
  assert.notEqual(await page.evaluate(() => document.activeElement.id), "message", "the keyboard stays closed");
  const inView = () => page.evaluate(() => {
    const [box, item] = [document.getElementById("scroller"), [...document.querySelectorAll("#log > .bot")].pop()].map((node) => node.getBoundingClientRect());
    return [item.top >= box.top - 2, item.bottom <= box.bottom + 2];
  });
  assert.equal((await inView())[0], true, "it begins at its first line");
  for (let presses = 0; presses < 3 && await page.locator("#pay button").count(); presses++) {
    const sent = await page.locator("#log > .you").count();
    const [, end] = await inView();
    await settled(page);
    await page.locator("#pay button").click();
    await page.waitForTimeout(600);
    if (!end && presses === 0) assert.equal(await page.locator("#log > .you").count(), sent, "first it is shown to its end");
  }
  await paid(page);
});

await check("E: yes is offered for the review alone", async () => {
  const page = await open();
  await toReview(page);
  await say(page, "no");
  assert.match(await told(page), /change/);
  assert.equal(await page.locator("#pay button").count(), 0);
  assert.equal(await page.getByRole("button", { name: "Yes" }).count(), 0);
  await press(page, "#chips button");
  assert.equal(await page.locator("#pay button").textContent(), "Yes", "the details again, and the question");
  await press(page, "#pay button");
  assert.match(await told(page), /You've paid/);
});

await check("F: a server that never answers is given up after 15 seconds, and the page is free", async () => {
  const page = await open();
  await say(page, "hi");
  await page.route("**/chat", () => {});
  await page.keyboard.type("Jane Roe");
  await page.keyboard.press("Enter");
  await page.waitForTimeout(200);
  const waited = Date.now();
  await page.waitForSelector("#log > .bad", { timeout: 20000 });
  assert.ok(Date.now() - waited > 10000);
  assert.equal(await page.locator("#writing").textContent(), "");
  assert.equal(await page.locator("#anew").isVisible(), true);
  // With the network back it is delivered by itself, and the error is gone.
  await page.unroute("**/chat");
  await page.evaluate(() => dispatchEvent(new Event("online")));
  await page.waitForFunction(() => document.querySelectorAll("#log > .bot").length === 2);
  assert.match(await told(page), /card number/i);
  assert.equal(await page.locator("#log > .bad").count(), 0);
});

await check("G: an error is whole in view, one button leads on, and it is gone when the message is delivered", async () => {
  const page = await open({ viewport: { width: 375, height: 560 } });
  await toReview(page);
  await page.route("**/chat", (route) => route.abort());
  await settled(page);
  for (let presses = 0; presses < 2 && await page.locator("#log > .you").filter({ hasText: "Yes" }).count() === 0; presses++) {
    await page.locator("#pay button").click();
    await settled(page);
  }
  await page.waitForSelector("#log > .bad");
  await page.waitForTimeout(500);
  const hidden = await page.evaluate(() => {
    const [box, item] = [document.getElementById("scroller"), document.querySelector("#log > .bad")].map((node) => node.getBoundingClientRect());
    return Math.max(0, item.bottom - box.bottom) + Math.max(0, box.top - item.top);
  });
  assert.ok(hidden <= 2, `${hidden} px are hidden`);
  assert.deepEqual(await page.locator("footer .chips .main").allTextContents(), ["Try again"]);
  assert.equal(await page.locator("#anew").isVisible(), false, "the yes may have arrived");
  await page.unroute("**/chat");
  await page.locator("#chips button").click();
  await paid(page);
  assert.equal(await page.locator("#log > .bad").count(), 0);
});

// What became of money is said as far as it is known, and no further.
const problemOf = (status, name, wait) => ({
  status, contentType: "application/problem+json", headers: wait ? { "Retry-After": String(wait) } : {},
  body: JSON.stringify({ type: "urn:payment-smart-bot:problem:" + name }),
});
const CALM = /[Nn]othing (was|is) (charged|sent)|No se (cobró|envió) nada|[Nn]ot delivered|no se entregó/;
const bad = (page, says) => page.waitForFunction((says) => new RegExp(says).test((document.querySelector("#log > .bad") || {}).textContent), says.source, { timeout: 30000 });
const note = (page, says) => page.waitForFunction((says) => [...document.querySelectorAll("#log > .note")].some((one) => new RegExp(says).test(one.textContent)), says.source, { timeout: 30000 });
const whole = (page) => page.locator("#log").textContent();
const offered = (page) => page.locator("footer .chips button").allTextContents();
const kept = (page) => page.evaluate(() => JSON.parse(sessionStorage.getItem("session")));
const SPEAKING = {
  "en-US": {
    lines: ["hi", "Jane Roe", "4242 4242 4242 4242", "12/2030", "123"],
    unknown: /isn't known yet what came of your last message. A payment may have gone through, so please don't pay again/,
    looking: "Did it go through?", again: "Try again", complete: /same payment. It's complete/, yes: "yes",
    unsettled: /still isn't known.*don't pay again.*statement.*support@example\.com/, unpaid: /[Nn]othing (was|has been) charged|not been paid|no payment/i,
    later: /Nothing was charged/, busy: /wasn't taken just now/, ending: /isn't known whether this conversation was ended/, finished: /It was complete/,
    standing: {
      awaiting_confirmation: "You're back at the same payment. It waits for your yes. Look at the details again first.",
      processing: "You're back at the same payment. It's on its way, and what came of it isn't known yet. Please don't pay again.",
      awaiting_authentication: "You're back at the same payment. It waits for you at your bank.",
      complete: "You're back at the same payment. It's complete.",
      cancelled: "You're back at the same payment. It was cancelled.",
    }, receipt: /You've paid/,
    lost: /over.*A payment may have gone through.*statement.*support@example\.com/,
    deleted: /payment had gone through[^]*Deleted: your name, your card details, this conversation\.[^]*Kept: the record of your payment of 49\.90 EUR[^]*ask support@example\.com/,
    order: /no longer see what became of the payment.*may have gone through.*statement.*support@example\.com/, anew: "New payment",
  },
  "es-MX": {
    lines: ["hola", "Jane Roe", "4242 4242 4242 4242", "12/2030", "123"],
    unknown: /Todavía no se sabe en qué quedó su último mensaje. Es posible que el pago se haya hecho: por favor, no pague otra vez/,
    looking: "¿Se hizo el pago?", again: "Reintentar", complete: /mismo pago. Está completo/, yes: "sí",
    unsettled: /Sigue sin saberse.*no pague otra vez.*estado de cuenta.*support@example\.com/, unpaid: /no se (ha cobrado|cobró|hizo|ha hecho)|ningún pago/i,
    later: /No se cobró nada/, busy: /no se pudo recibir en este momento/, ending: /No se sabe si esta conversación se terminó/, finished: /Quedó completa/,
    standing: {
      awaiting_confirmation: "Volvió al mismo pago. Espera su sí. Antes, revise los datos otra vez.",
      processing: "Volvió al mismo pago. Está en camino, y todavía no se sabe en qué quedó. Por favor, no pague otra vez.",
      awaiting_authentication: "Volvió al mismo pago. Lo espera a usted en su banco.",
      complete: "Volvió al mismo pago. Está completo.",
      cancelled: "Volvió al mismo pago. Se canceló.",
    }, receipt: /pag/,
    lost: /terminó.*Es posible que se haya hecho un pago.*estado de cuenta.*support@example\.com/,
    deleted: /pago ya se había hecho[^]*Borrado: su nombre, los datos de su tarjeta, esta conversación\.[^]*Se conserva: el registro de su pago de 49\.90 EUR[^]*support@example\.com/,
    order: /ya no se puede ver en qué quedó el pago.*Es posible que se haya hecho.*estado de cuenta.*support@example\.com/, anew: "Nuevo pago",
  },
};

for (const [locale, speaks] of Object.entries(SPEAKING)) {
  const reviewed = async () => {
    const page = await open({ locale });
    for (const line of speaks.lines) await say(page, line);
    await settled(page);
    return page;
  };
  const nothingCalm = async (page) => assert.doesNotMatch(await whole(page), CALM);

  await check(`${locale}: undecided is told as what it is at once, and the page finds out by itself`, async () => {
    const page = await reviewed();
    const keys = new Set();
    let sent = 0;
    await page.route("**/chat", (route) => {
      keys.add(route.request().headers()["idempotency-key"]);
      return ++sent < 6 ? route.fulfill(problemOf(503, "undecided", 1)) : route.continue();
    });
    await page.locator("#pay button").click();
    await bad(page, speaks.unknown);
    assert.ok(sent < 3, "told at once");
    await nothingCalm(page);
    await paid(page);
    assert.equal(keys.size, 1);
    assert.match(await told(page), speaks.receipt);
    assert.equal(await page.locator("#log > .bad").count(), 0);
  });

  await check(`${locale}: a lost answer, then any other error: not known, and looked for`, async () => {
    for (const [status, problem] of [[429, "too-many-requests"], [503, "paused"], [503, "unavailable"], [500, "internal"], [400, "order-not-accepted"], [502, ""]]) {
      const page = await reviewed();
      let sent = 0;
      await page.route("**/chat", async (route) => {
        if (++sent > 1) return route.fulfill(problemOf(status, problem, 300));
        await route.fetch();
        await route.abort();
      });
      await page.locator("#pay button").click();
      await bad(page, speaks.unknown);
      await nothingCalm(page);
      assert.equal(await page.locator("#anew").isVisible(), false, problem);
      assert.equal(await page.locator("#pay button").count(), 0, problem);
      // The yes had arrived: the session says so.
      await paid(page);
      assert.equal(await page.locator("#log > .bad").count(), 0);
      await nothingCalm(page);
      await page.context().close();
    }
  });

  await check(`${locale}: loaded again after the yes: what the session's status says, and no more`, async () => {
    const page = await reviewed();
    await press(page, "#pay button");
    await page.reload();
    await note(page, speaks.complete);
    await nothingCalm(page);
    for (const [status, says] of Object.entries(speaks.standing)) {
      await page.route("**/session/*", async (route) => {
        const answer = await route.fetch();
        await route.fulfill({ response: answer, json: { ...await answer.json(), status } });
      });
      await page.reload();
      await page.waitForSelector("#log > .note");
      assert.deepEqual(await page.locator("#log > div").allTextContents(), [says]);
      await page.unroute("**/session/*");
    }
    await page.route("**/session/*", (route) => route.fulfill(problemOf(404, "unknown-session")));
    await page.evaluate(() => sessionStorage.setItem("session", JSON.stringify({ ...JSON.parse(sessionStorage.getItem("session")), status: "complete" })));
    await page.reload();
    await bad(page, speaks.finished);
  });

  await check(`${locale}: loaded again before the yes was kept: not known, looked for, and nothing to start over`, async () => {
    const page = await reviewed();
    let arrive;
    const waiting = new Promise((done) => { arrive = done; });
    let request;
    await page.route("**/chat", (route) => { request = route.request(); return waiting; });
    await page.locator("#pay button").click();
    await page.waitForTimeout(200);
    const body = request.postData(), headers = await request.allHeaders();
    assert.equal(typeof (await kept(page)).unknown, "number");
    await page.reload();
    await bad(page, speaks.unknown);
    await nothingCalm(page);
    assert.deepEqual(await offered(page), [speaks.looking]);
    assert.equal(await page.locator("#anew").isVisible(), false);
    await page.reload();
    await bad(page, speaks.unknown);
    const late = await fetch(base + "/chat", { method: "POST", body, headers: Object.fromEntries(Object.entries(headers).filter(([name]) => !name.startsWith(":") && /^(content-type|authorization|idempotency-key)$/.test(name))) });
    assert.equal(late.status, 200);
    arrive();
    await paid(page);
    assert.equal((await kept(page)).unknown, undefined);
    assert.equal(await page.locator("#log > .bad").count(), 0);
  });

  await check(`${locale}: a yes without an answer in 15 s is not known, not undelivered`, async () => {
    const page = await reviewed();
    await page.route("**/chat", () => {});
    await page.locator("#pay button").click();
    await bad(page, speaks.unknown);
    await nothingCalm(page);
    assert.deepEqual(await offered(page), [speaks.again]);
    await page.unroute("**/chat");
    await settled(page);
    await press(page, "#chips button");
    await paid(page);
  });

  await check(`${locale}: a session that is gone with a payment perhaps on its way says where to look`, async () => {
    const page = await reviewed();
    let sent = 0;
    await page.route("**/chat", (route) => (++sent === 1 ? route.abort() : route.fulfill(problemOf(404, "unknown-session"))));
    await page.locator("#pay button").click();
    await bad(page, speaks.lost);
    assert.doesNotMatch(await whole(page), /start a new one|empezar otra/);
    assert.deepEqual(await offered(page), [speaks.looking]);
    // The same where the page was loaded again meanwhile.
    const other = await reviewed();
    await other.route("**/chat", () => {});
    await other.locator("#pay button").click();
    await other.route("**/session/*", (route) => route.fulfill(problemOf(404, "unknown-session")));
    await other.reload();
    await bad(other, speaks.lost);
  });

  await check(`${locale}: starting over where the payment had gone through says so: what was deleted, and what is kept`, async () => {
    const page = await reviewed();
    const { id, token } = await kept(page);
    const yes = await fetch(base + "/chat", { method: "POST", headers: { "Content-Type": "application/json", Authorization: "Bearer " + token }, body: JSON.stringify({ message: speaks.yes, sessionId: id, answering: await page.evaluate(() => session.turn) }) });
    assert.equal((await yes.json()).status, "complete");
    await page.locator("#anew").click();
    await page.locator("#sure-yes").click();
    await note(page, speaks.deleted);
    assert.match(await whole(page), /pi_/);
    assert.equal(await page.locator("#log > .bad").count(), 0);
    assert.equal(await kept(page), null);
  });

  await check(`${locale}: an order with another key's signature, and a payment perhaps in flight: asked, not replaced`, async () => {
    const page = await reviewed();
    await page.route("**/chat", (route) => route.abort());
    await page.locator("#pay button").click();
    await bad(page, speaks.unknown);
    await page.evaluate(() => {
      const other = localStorage.getItem("order").slice(0, -6) + "AAAAAA";
      for (const name of Object.keys(localStorage)) localStorage.setItem(name, other);
      sessionStorage.clear();
    });
    await page.unroute("**/chat");
    await page.reload();
    const order = await page.evaluate(() => localStorage.getItem("order"));
    await page.keyboard.type(speaks.lines[0]);
    await page.keyboard.press("Enter");
    await bad(page, speaks.order);
    assert.equal(await page.evaluate(() => localStorage.getItem("order")), order, "kept until it is asked for");
    assert.deepEqual(await offered(page), [speaks.anew]);
    await settled(page);
    await Promise.all([page.waitForNavigation(), page.locator("#chips button").click()]);
    await say(page, speaks.lines[0]);
    assert.notEqual(await page.evaluate(() => localStorage.getItem("order")), order);
    // The same where the time of the order is over.
    await page.evaluate(() => {
      const over = "x." + btoa(JSON.stringify({ minted: true, exp: 1 })) + ".x";
      for (const name of ["order", "sent"]) localStorage.setItem(name, over);
      sessionStorage.clear();
    });
    await page.reload();
    await page.keyboard.type(speaks.lines[0]);
    await page.keyboard.press("Enter");
    await bad(page, speaks.order);
  });

  await check(`${locale}: what is still not known after a minute says whom to ask; asking below tells, and after starting over a late yes charges nothing`, async () => {
    const page = await reviewed();
    let request;
    await page.route("**/chat", (route) => {
      if (request) return route.continue();
      request = route.request();
    });
    await page.locator("#pay button").click();
    await page.waitForTimeout(200);
    const body = request.postData(), { authorization, "idempotency-key": key } = await request.allHeaders();
    await page.addInitScript(() => {
      const real = setTimeout;
      window.setTimeout = (run, ms) => real(run, ms === 4000 ? 20 : ms);
    });
    await page.reload();
    await bad(page, speaks.unsettled);
    await nothingCalm(page);
    assert.equal(await page.locator("#anew").isVisible(), false);
    await press(page, "#chips button");
    assert.match(await told(page), speaks.unpaid);
    assert.equal((await kept(page)).unknown, undefined);
    assert.equal(await page.locator("#anew").isVisible(), true);
    await settled(page);
    await page.locator("#anew").click();
    const [ended] = await Promise.all([page.waitForResponse((answer) => answer.request().method() === "DELETE"), page.locator("#sure-yes").click()]);
    assert.equal(ended.status(), 204);
    const late = await fetch(base + "/chat", { method: "POST", body, headers: { "Content-Type": "application/json", Authorization: authorization, "Idempotency-Key": key } });
    assert.equal(late.status, 404);
  });

  await check(`${locale}: an error that did nothing says so, but never of a payment that is on its way`, async () => {
    const page = await reviewed();
    await page.route("**/chat", (route) => route.fulfill(problemOf(429, "too-many-failures", 300)));
    await page.locator("#pay button").click();
    await bad(page, speaks.later);
    assert.equal((await kept(page)).unknown, undefined);
    assert.equal(await page.locator("#anew").isVisible(), true);
    const other = await open({ locale });
    for (const line of [...speaks.lines.slice(0, 2), "4000000000003220", ...speaks.lines.slice(3), speaks.yes]) await say(other, line);
    await other.route("**/chat", (route) => route.fulfill(problemOf(429, "too-many-requests", 300)));
    await settled(other);
    await other.locator("#chips button").first().click();
    await bad(other, speaks.busy);
    await nothingCalm(other);
  });

  await check(`${locale}: a deletion without an answer is not known`, async () => {
    const page = await reviewed();
    await page.route("**/session/*", (route) => route.abort());
    await page.locator("#anew").click();
    await page.locator("#sure-yes").click();
    await bad(page, speaks.ending);
  });
}

await browser.close();
console.log(checks, "checks");
