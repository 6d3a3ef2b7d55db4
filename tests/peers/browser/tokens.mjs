// The same page where nothing is charged: no order is minted, and the session itself is come back to from the review on.
import assert from "node:assert/strict";
import { chromium } from "playwright-core";

const base = process.env.BASE;
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM || "/usr/bin/chromium", args: ["--no-sandbox"] });
const page = await (await browser.newContext({ locale: "en-US" })).newPage();

async function answered(act) {
  const before = await page.locator("#log > .bot").count();
  await act();
  await page.waitForFunction((n) => document.querySelectorAll("#log > .bot").length > n, before);
  return page.locator("#log > .bot").last().textContent();
}

const say = (text) => answered(async () => {
  await page.keyboard.type(text);
  await page.keyboard.press("Enter");
});

const press = (selector) => answered(async () => {
  await page.waitForTimeout(450);
  await page.locator(selector).first().click();
});

await page.goto(base + "/");
assert.equal(await page.evaluate(() => document.body.dataset.order), "");
for (const text of ["hi", "Jane Roe", "4242 4242 4242 4242", "12/2030"]) await say(text);
assert.deepEqual(await page.evaluate(() => [localStorage.length, sessionStorage.length]), [0, 0]);
await say("123");
assert.equal(await page.evaluate(() => localStorage.length), 0);

await page.reload();
await page.waitForSelector("#chips button");
assert.equal(await page.locator("#pay button").count(), 0, "nobody agrees to what is not shown");
assert.match(await press("#chips button"), /4242/);
assert.match(await press("#pay button"), /registered/);

await page.reload();
await page.waitForSelector("#chips button");
assert.equal(await page.locator("#anew").textContent(), "Start over");
assert.match(await press("#chips button"), /registered/);
await page.waitForTimeout(450);
await page.locator("#anew").click();
assert.match(await say("hi"), /name/i);

await browser.close();
console.log("ok what is registered is come back to");
