/* The page's budgets: bytes, time to ready on a slow line and a slow machine, time to assess an answer again. Prints each figure beside its
   limit; ends with an error where one is over, unless it is named as known. Run by `make proof`. */
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

import { REGIONS } from "../wasm/support.mjs";
import { WEB, closeBrowser, openBrowser, openPage } from "./page.mjs";

const SLOW_LINE = { offline: false, latency: 400, downloadThroughput: 400_000 / 8, uploadThroughput: 400_000 / 8 };
const SLOW_MACHINE = 6;
const KNOWN = new Set(["first load, kB", ...REGIONS.map((id) => `region ${id}, kB`)]); /* CHANGELOG says why */

const packed = (path) => gzipSync(readFileSync(join(WEB, path)), { level: 9 }).length / 1000;
const assets = readdirSync(join(WEB, "assets"));
const main = assets.filter((name) => name.startsWith("index-")).map((name) => `assets/${name}`);

let over = 0;
function budget(name, value, limit) {
  const within = value <= limit;
  if (!within && !KNOWN.has(name)) over++;
  console.log(`${name.padEnd(44)} ${value.toFixed(1).padStart(9)}  at most ${limit}${within ? "" : KNOWN.has(name) ? "  over, as known" : "  OVER"}`);
}

budget("first load, kB", ["index.html", "worker.js", "huisuan.wasm", ...main].map(packed).reduce((sum, size) => sum + size), 60);
for (const id of REGIONS) budget(`region ${id}, kB`, packed(`plugins/${id}.wasm`), 8);
budget("single file, kB as it is", readFileSync(join(WEB, "huisuan.html")).length / 1000, 400);

await openBrowser();

/* On a slow line and machine, opened for the first time. */
const slow = await openPage({ before: async (page) => {
  const session = await page.context().newCDPSession(page);
  await session.send("Network.enable");
  await session.send("Network.emulateNetworkConditions", SLOW_LINE);
  await session.send("Emulation.setCPUThrottlingRate", { rate: SLOW_MACHINE });
} });
await slow.waitForSelector("#as-of");
const sinceOpened = () => slow.evaluate(() => performance.now() / 1000);
budget("ready on slow 3G with a sixfold slower CPU, s", await sinceOpened(), 4);
await slow.check("#place-310118");
await slow.click("button[type=submit]");
await slow.waitForSelector("form > fieldset", { timeout: 60_000 });
console.log(`${"  the same to the first question, s".padEnd(44)} ${(await sinceOpened()).toFixed(1).padStart(9)}`);
await slow.context().close();

/* Each answer on the page with every fact, timed from the question to the worker to its answer. */
const page = await openPage({ before: (opened) => opened.addInitScript(() => {
  globalThis.times = [];
  const post = Worker.prototype.postMessage;
  Worker.prototype.postMessage = function (message, ...rest) {
    if (message.method === "assess") {
      const begin = performance.now();
      this.addEventListener("message", ({ data }) => data.id === message.id && times.push(performance.now() - begin));
    }
    return post.call(this, message, ...rest);
  };
}) });
await page.check("#place-330206");
await page.click("nav button:nth-of-type(3)");
await page.waitForSelector("details.topic");
await page.evaluate(() => document.querySelectorAll("details.topic").forEach((topic) => (topic.open = true)));
for (const input of (await page.$$("fieldset.field input[inputmode=decimal]")).slice(0, 25)) await input.fill("3000000");
for (const input of (await page.$$("fieldset.field .row input[type=radio]:first-child")).slice(0, 60)) await input.check();
await page.waitForTimeout(500);
const times = (await page.evaluate(() => times)).sort((x, y) => x - y);
console.log(`${"answers assessed again".padEnd(44)} ${String(times.length).padStart(9)}, median ${times[times.length >> 1].toFixed(1)} ms`);
budget("95th percentile, ms", times[Math.floor(times.length * 0.95)], 16);
await page.context().close();
await closeBrowser();
process.exitCode = over === 0 && times.length > 50 ? 0 : 1;
