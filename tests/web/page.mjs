/* Opens the built page as its users do: the static site from this machine under its own security policy, or the single file from file://. Every
   request that a page makes is kept, with what it says in its console. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

import { policyOf, serve } from "../../web/serve.mjs";
import { BUILD, SOURCE } from "../wasm/support.mjs";

export const WEB = join(BUILD, "web");
const AXE = readFileSync(join(SOURCE, "tests/node_modules/axe-core/axe.min.js"), "utf8");

let browser, site;

export async function openBrowser() {
  site = await serve(WEB, await policyOf(WEB));
  browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu"] });
}

export async function closeBrowser() {
  await browser.close();
  site.server.close();
}

/** A page, loaded and ready, with `requests` and `said` (errors and what the console shows). */
export async function openPage({ single = false, width = 1280, fragment = "", language = "zh-CN", before = () => {} } = {}) {
  const context = await browser.newContext({ viewport: { width, height: 900 }, locale: language, offline: single, acceptDownloads: true });
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const page = await context.newPage();
  page.requests = [];
  page.said = [];
  context.on("request", (request) => page.requests.push(request.url()));
  page.on("pageerror", (error) => page.said.push(String(error)));
  page.on("console", (message) => page.said.push(`${message.type()}: ${message.text()}`));
  const address = single ? pathToFileURL(join(WEB, "huisuan.html")).href : site.address;
  await before(page);
  await page.goto(address + fragment);
  await page.waitForSelector("header, main h1", { timeout: 60_000 });
  return page;
}

/** The rules of WCAG 2.2 A and AA that a page breaks, with where. */
export async function accessibilityFaults(page) {
  await page.evaluate(AXE);
  const { violations, passes } = await page.evaluate(() => globalThis.axe.run({ runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] }));
  if (passes.length < 5) throw new Error(`only ${passes.length} rules were looked at`);
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(" ")).join(", ")}`);
}

/** Whether the page is wider than its window. */
export const scrollsSideways = (page) => page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);

/** The answers of the page for a sample's facts, as a shared link carries them. */
export function answersOf(facts, dictionary) {
  const answer = (fact, value) => {
    if (value === null) return { unknown: true };
    if (typeof value === "boolean") return { yes: value };
    if (fact.type === "choice") return { chosen: [value] };
    if (fact.type === "choices") return { chosen: value };
    if (fact.type === "list") return { records: value.map((record) => Object.fromEntries(Object.entries(record).map(([id, field]) => [id, answer(fact.fields.find((known) => known.id === id), field)]))) };
    return typeof value === "object" ? { text: String(value.min), to: String(value.max) } : { text: String(value) };
  };
  return Object.fromEntries(Object.entries(facts).map(([id, value]) => [id, answer(dictionary.facts.find((fact) => fact.id === id), value)]));
}
