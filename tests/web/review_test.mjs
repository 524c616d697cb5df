/* The page of `huisuan review` as an officer prints it: nothing that a document brings becomes markup, and on A4 nothing is cut. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const SOURCE = resolve(process.env.SOURCE ?? join(import.meta.dirname, "../.."));
const BUILD = resolve(process.env.BUILD ?? join(SOURCE, "build"));
const A4 = { width: 794, height: 1123 }; /* CSS pixels */
const sample = JSON.parse(readFileSync(join(SOURCE, "tests/samples/claim.json"), "utf8"));
let browser, work;

before(async () => {
  work = mkdtempSync(join(tmpdir(), "review-"));
  browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu"] });
});
after(async () => {
  await browser.close();
  rmSync(work, { recursive: true });
});

/* The page of an applicant, opened; `said` is what it ran, asked for or complained of. */
async function open(applicant, language = "zh") {
  const file = join(work, "applicant.json"), html = join(work, "page.html");
  writeFileSync(file, JSON.stringify(applicant));
  execFileSync(join(BUILD, "huisuan"), ["review", file, "--plugins", join(BUILD, "plugins"), "--format", "html", "--lang", language, "--output", html]);
  const page = await browser.newPage({ viewport: A4 });
  page.said = [];
  page.on("dialog", (dialog) => { page.said.push(dialog.message()); dialog.dismiss(); });
  page.on("console", (message) => page.said.push(message.text()));
  page.on("request", (request) => { if (!request.url().startsWith(pathToFileURL(html).href)) page.said.push(request.url()); });
  await page.goto(pathToFileURL(html).href);
  return page;
}

const elements = (page) => page.evaluate(() => [...document.querySelectorAll("*")].map(({ tagName, attributes }) => `${tagName} ${[...attributes].map(({ name, value }) => `${name}=${value}`)}`));

const INJECTIONS = [
  "<script>alert(1)</script>", "<SCRIPT SRC=//evil.example/x.js></SCRIPT>", "<img src=x onerror=alert(1)>", "<svg onload=alert(1)>", "<svg/onload=alert(1)>",
  "<iframe src=javascript:alert(1)>", "<body onload=alert(1)>", "</td></tr></table><script>alert(1)</script>", "</title><script>alert(1)</script>", "</style><script>alert(1)</script>",
  "\"><script>alert(1)</script>", "'><script>alert(1)</script>", "\" onmouseover=\"alert(1)", "' onmouseover='alert(1)", "<a href=javascript:alert(1)>x</a>",
  "<!-- comment", "-->", "<![CDATA[<b>]]>", "<?xml version=\"1.0\"?>", "&lt;script&gt;", "&#60;script&#62;", "&amp;", "&", "&&amp;&", "<", ">", "<<b>>", "<math><mi//xlink:href=\"data:x,<script>alert(1)</script>\">",
  "<link rel=stylesheet href=//evil.example/x.css>", "<meta http-equiv=refresh content=\"0;url=//evil.example\">", "<base href=//evil.example/>", "<form action=//evil.example><input name=q>",
  "<style>*{display:none}</style>", "<object data=x>", "<embed src=x>", "<template><script>alert(1)</script></template>", "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
  "<textarea><img src=x onerror=alert(1)>", "%3Cscript%3E", "{{7*7}} ${7*7} %s %n %d",
];

test("what a document brings stays text: 40 strings as name, notes and reasons", async () => {
  assert.equal(INJECTIONS.length, 40);
  const plain = await open(sample), skeleton = await elements(plain);
  await plain.close();
  for (const text of INJECTIONS) {
    const applicant = structuredClone(sample);
    applicant.name = text;
    for (const entry of Object.values(applicant.evidence)) if (entry.note !== undefined) entry.note = text;
    for (const finding of Object.values(applicant.findings)) finding.reason = text;
    const page = await open(applicant);
    assert.deepEqual(await elements(page), skeleton, text);
    const shown = await page.evaluate(() => document.body.textContent);
    assert.ok(shown.split(text).length >= 1 + 1 + 3 + 3, `${text} is shown as it is`);
    assert.deepEqual(page.said, [], text);
    await page.close();
  }
});

test("control characters are not passed on", async () => {
  const page = await open({ ...sample, name: "a\u0001b\u001b[31mc\u0085d" });
  assert.match(await page.evaluate(() => document.body.textContent), /a\?b\?\[31mc\?d/);
  await page.close();
});

test("at the width of A4 nothing sticks out", async () => {
  for (const language of ["zh", "en"]) {
    const page = await open({ ...sample, name: "长".repeat(200) }, language);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth), language);
    if (process.env.PICTURES !== undefined) await page.screenshot({ path: join(process.env.PICTURES, `review-${language}.png`), fullPage: true });
    await page.close();
  }
});

test("every citation leads to its clause", async () => {
  const page = await open(sample);
  assert.deepEqual(await page.evaluate(() => [...document.querySelectorAll("a")].filter((link) => document.querySelector(link.getAttribute("href")) === null).length), 0);
  assert.equal(await page.evaluate(() => document.querySelectorAll("tr[id]").length), Object.keys(sample.claims).length);
  await page.close();
});

test("printed, the paper says it all", async () => {
  const page = await open(sample), file = join(work, "page.pdf");
  await page.pdf({ path: file, preferCSSPageSize: true });
  await page.close();
  const text = execFileSync("pdftotext", ["-layout", file, "-"], { encoding: "utf8" });
  assert.match(execFileSync("pdfinfo", [file], { encoding: "utf8" }), /Page size: +59\d.* x 84\d.*A4/);
  for (const part of ["补贴申报审核单", "Review of claims", "宁波海曙桥", "2023-06-30", "50,000.01", "四(一)2", "预计，以主管部门审核为准", "经办人", "复核人", "−26,000", "合同只到", "青人社规"])
    assert.ok(text.includes(part), part);
});
