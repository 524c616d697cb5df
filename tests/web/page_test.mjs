/* The page in a real browser: the journey by mouse and by keyboard, each state, its figures held against the command line. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import test, { after, before } from "node:test";

import { BUILD, SOURCE, compileRegion, native, region } from "../wasm/support.mjs";
import { accessibilityFaults, answersOf, closeBrowser, openBrowser, openPage, scrollsSideways } from "./page.mjs";

before(openBrowser);
after(closeBrowser);

const firm = JSON.parse(readFileSync(join(SOURCE, "tests/samples/firm.json"), "utf8"));
const dictionary = JSON.parse(native("facts", "--format", "json"));
const localOf = (places = {}) => Object.fromEntries(Object.entries(places).map(([place, facts]) => [place, answersOf(facts, dictionary)]));
const receivedOf = (entries = []) => ({
  years: Object.fromEntries(entries.filter((entry) => entry.measure).map(({ measure, years }) => [measure, String(years)])),
  amounts: Object.fromEntries(entries.filter((entry) => entry.matter).map(({ matter, amount }) => [matter, String(amount)])),
});
const shared = (state) => `#${encodeURIComponent(JSON.stringify({ places: [], asOf: "2023-06-30", answers: {}, local: {}, received: { years: {}, amounts: {} }, policies: {}, ...state }))}`;
const firmLink = shared({ places: firm.locations, asOf: firm.as_of, answers: answersOf(firm.facts, dictionary), local: localOf(firm.facts_at), received: receivedOf(firm.received) });
const nav = (page, name) => page.getByRole("navigation").getByRole("button", { name });

async function start(page, place = "330206") {
  await page.check(`#place-${place}`);
  await page.fill("#as-of", "2023-06-30");
  await page.click("button[type=submit]");
  await page.waitForSelector("form > fieldset");
}

/** Answers the questions of a page: the first choice, yes, or the figure. */
async function answerAll(page, figure) {
  for (const field of await page.$$("form > fieldset")) {
    const input = await field.$("input[inputmode=decimal]");
    if (input !== null) await input.fill(figure);
    else await (await field.$("input[type=radio], input[type=checkbox]"))?.check();
  }
}

test("from opening to a first range in four clicks and one number", async () => {
  const page = await openPage();
  let clicks = 0;
  const click = async (selector) => (clicks++, page.click(selector));
  await click("#place-310118");
  await page.fill("#as-of", "2023-06-30");
  await click("button[type=submit]");
  await page.waitForSelector("form > fieldset");
  await click("#applicant_kinds");
  assert.match(await page.getByTestId("running").textContent(), /^目前可确定 0 元，还有 \d+ 项资金可能增加$/);
  assert.ok(clicks <= 4);
  assert.deepEqual(page.said, []);
  await page.context().close();
});

test("the questions lead to the result, and nothing typed is lost by back and reload", async () => {
  const page = await openPage();
  await start(page);
  await answerAll(page, "2600万");
  const title = await page.textContent("h1");
  await page.click("button[type=submit]");
  await page.waitForFunction((before) => document.querySelector("h1").textContent !== before, title);
  await page.goBack();
  await page.waitForFunction((before) => document.querySelector("h1").textContent === before, title);
  assert.equal(await page.isChecked("#applicant_kinds"), true);
  await page.reload();
  await page.waitForSelector("form > fieldset");
  assert.equal(await page.textContent("h1"), title);
  assert.equal(await page.isChecked("#applicant_kinds"), true);
  let pages = 0;
  for (; pages < 40 && (await page.$("form > fieldset")) !== null; pages++) {
    await answerAll(page, "300万");
    await page.click("button[type=submit]");
    await page.waitForTimeout(150);
  }
  assert.ok(pages > 3 && pages < 40, `${pages} pages of questions`);
  assert.equal(await page.textContent("h1"), "核对填写的内容");
  await page.click("main .buttons button:first-child");
  assert.match(await page.textContent(".total"), /^评估年度预计可得 [\d,]+( 至 [\d,]+)? 元$/);
  assert.equal(page.url().includes("#"), false);
  assert.deepEqual(page.said, []);
  await page.context().close();
});

test("the same journey by keyboard alone", async () => {
  const page = await openPage();
  const press = async (...keys) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  const tabTo = async (selector) => {
    for (let i = 0; i < 80; i++) {
      if (await page.evaluate((wanted) => document.activeElement?.matches(wanted), selector)) return;
      await press("Tab");
    }
    assert.fail(`${selector} is not reached`);
  };
  await tabTo("#place-310118");
  await press("Space");
  await tabTo("button[type=submit]");
  await press("Enter");
  await page.waitForSelector("form > fieldset");
  await tabTo("#applicant_kinds");
  await press("Space");
  await tabTo("form button[type=submit]");
  await press("Enter");
  await page.waitForTimeout(200);
  await tabTo("form .buttons button:nth-child(2)");
  await press("Enter");
  await page.waitForSelector(".total, .place");
  await tabTo(".measures a");
  await press("Enter");
  await page.waitForSelector(".tag");
  assert.equal(await page.isVisible("text=条款"), true);
  await page.context().close();
});

test("the page's result is the command line's, to the byte", async () => {
  for (const options of [{}, { single: true }]) {
    const page = await openPage({ ...options, fragment: firmLink });
    await page.waitForSelector(".total");
    const [download] = await Promise.all([page.waitForEvent("download"), page.click("text=下载 JSON")]);
    const found = readFileSync(await download.path(), "utf8");
    const command = await page.$eval("pre code", (code) => code.textContent);
    const document = command.match(/<<'END'\n([^]*)\nEND\n/)[1];
    const file = join(BUILD, "page.json");
    writeFileSync(file, document);
    assert.equal(`${found}\n`, native("assess", file, "--format", "json"));
    const wanted = JSON.parse(native("assess", join(SOURCE, "tests/samples/firm.json"), "--format", "json"));
    const { receipt, ...result } = JSON.parse(found);
    const { receipt: wantedReceipt, ...wantedResult } = wanted;
    assert.deepEqual(result, wantedResult);
    assert.deepEqual(receipt.policies, wantedReceipt.policies);
    const grouped = (value) => value.toLocaleString("en-US");
    for (const place of wanted.places) {
      const { low, high } = place.total;
      const shown = low === high ? grouped(low) : `${grouped(low)} 至 ${grouped(high)}`;
      assert.equal(await page.getByTestId(`total-${place.adcode}`).textContent(), `评估年度预计可得 ${shown} 元`);
      assert.equal(await page.getByTestId(`certain-${place.adcode}`).textContent(), `其中可确定 ${grouped(place.certain)} 元`);
    }
    assert.deepEqual(page.said, []);
    await page.context().close();
  }
});

test("on a phone no label sticks out of its chart, and each key of a chart is printed as it is drawn", async () => {
  for (const language of ["en-US", "zh-CN"]) {
    const page = await openPage({ width: 360, language, fragment: firmLink });
    await page.waitForSelector(".chart .legend");
    const beyond = () => [...document.querySelectorAll(".chart text, .chart .label")].filter((label) => label.getBoundingClientRect().right > label.closest("svg").getBoundingClientRect().right + 1).map((label) => label.textContent);
    assert.deepEqual(await page.evaluate(beyond), []);
    assert.deepEqual(await page.$$eval(".dates .whole", (days) => days.map((text) => text.getClientRects().length)), [1, 1, 1], "a date is not cut in two");
    await page.click(".measures a >> nth=0");
    await page.waitForSelector(".reason");
    const lines = () => [...document.querySelectorAll(".reason > span:not(.sign)")].map((rule) => new Set([...rule.getClientRects()].map(({ left }) => Math.round(left))).size);
    assert.deepEqual([...new Set(await page.evaluate(lines))], [1], "a rule of two lines begins at one edge");
    assert.equal(await page.getByText(language === "zh-CN" ? "以下各项都要满足" : "all of these hold", { exact: true }).count(), 1);
    await page.goBack();
    await page.waitForSelector(".chart .legend");
    await page.emulateMedia({ media: "print" });
    assert.deepEqual([...new Set(await page.$$eval(".key", (keys) => keys.map((key) => getComputedStyle(key).printColorAdjust)))], ["exact"]);
    await page.context().close();
  }
});

test("another page begins at its top, where the running total leaves the way back free", async () => {
  const page = await openPage({ fragment: firmLink });
  await page.waitForSelector(".total");
  await nav(page, "全部情况").click();
  await page.waitForFunction(() => document.activeElement?.id === "top");
  await page.waitForSelector(".running");
  const free = () => [scrollY, document.elementFromPoint(...(({ x, y, width, height }) => [x + width / 2, y + height / 2])(document.querySelector(".backwards").getBoundingClientRect()))?.className];
  assert.deepEqual(await page.evaluate(free), [0, "link backwards"]);
  await page.context().close();
});

test("nothing is requested once the page is loaded; the single file asks for nothing at all", async () => {
  for (const single of [false, true]) {
    const page = await openPage({ single, fragment: firmLink });
    await page.waitForSelector(".total");
    const loaded = page.requests.length;
    await nav(page, "各地比较").click();
    await page.waitForSelector(".wide table");
    await page.goBack();
    await page.click("text=某个数变了会怎样");
    await page.waitForSelector("#figure");
    await nav(page, "全部情况").click();
    await nav(page, "已装的地区").click();
    await page.setInputFiles("#region", { name: "x.wasm", mimeType: "application/wasm", buffer: Buffer.from("<html>") });
    await page.waitForSelector("text=这个文件不能用");
    const later = page.requests.slice(loaded).filter((url) => !/^(blob|data):/.test(url) && !url.endsWith("/worker.js"));
    assert.deepEqual(later, []);
    if (single) assert.deepEqual(page.requests.filter((url) => /^https?:/.test(url)), []);
    await page.context().close();
  }
});

test("what cannot be read is pointed at, and stays as it was typed", async () => {
  const page = await openPage({ fragment: shared({ places: ["310118"] }) });
  await page.waitForSelector(".place");
  await nav(page, "全部情况").click();
  await page.evaluate(() => document.querySelectorAll("details.topic").forEach((topic) => (topic.open = true)));
  const cases = { "abc": "请填数字", "-5": "不能是负数", "1.234": "小数太多了", "1234567890123456": "数字太大了" };
  for (const [typed, fault] of Object.entries(cases)) {
    await page.fill("#annual_rent", typed);
    assert.ok((await page.textContent("#annual_rent-fault")).startsWith(fault), typed);
    assert.equal(await page.inputValue("#annual_rent"), typed);
  }
  for (const typed of ["62万美元", "30%", "500家", "300、500", "300 500", "1,5万"]) {
    await page.fill("#annual_rent", typed);
    assert.ok((await page.textContent("#annual_rent-fault")).startsWith("请填数字"), typed);
  }
  const read = { "2500万": "25,000,000", "２５００万": "25,000,000", "1.5亿元": "150,000,000", "1,234,567.89": "1,234,567.89", "0": "0", "0.3万": "3,000" };
  for (const [typed, understood] of Object.entries(read)) {
    await page.fill("#annual_rent", typed);
    assert.equal(await page.textContent("#annual_rent-read"), `读作 ${understood} 元`);
    assert.equal(await page.$("#annual_rent-fault"), null);
  }
  await page.context().close();
});

test("half a range says nothing and is pointed at; what cannot be read is listed on the result", async () => {
  const page = await openPage({ fragment: shared({ places: ["310118"], answers: { annual_rent: { text: "", to: "500万" }, lease_years: { text: "三年" } } }) });
  await page.waitForSelector("text=这些填写看不懂");
  assert.deepEqual(await page.$$eval(".summary li", (items) => items.map((item) => item.textContent)), ["租赁期限（年）", "年租金"].filter((label) => dictionary.facts.some((fact) => fact.label.zh === label)).sort((x, y) => dictionary.facts.findIndex((fact) => fact.label.zh === x) - dictionary.facts.findIndex((fact) => fact.label.zh === y)));
  assert.equal((await page.$eval("pre code", (code) => code.textContent)).includes("annual_rent"), false);
  await page.context().close();
});

test("going back keeps what was typed since, and 不清楚 at a place stays there", async () => {
  const page = await openPage({ fragment: firmLink });
  await page.waitForSelector(".total");
  await nav(page, "全部情况").click();
  await page.evaluate(() => document.querySelectorAll("details.topic").forEach((topic) => (topic.open = true)));
  await page.fill("#annual_rent", "300万");
  await page.goBack();
  await page.waitForSelector("pre code", { state: "attached" });
  assert.ok((await page.$eval("pre code", (code) => code.textContent)).includes('"annual_rent": "3000000"'));
  await nav(page, "各地比较").click();
  await page.waitForSelector(".wide table");
  await page.evaluate(() => document.querySelectorAll("details").forEach((part) => (part.open = true)));
  await page.check("#\\33 10118-annual_rent-unknown");
  await page.goBack();
  await page.waitForSelector("pre code", { state: "attached" });
  assert.match(await page.$eval("pre code", (code) => code.textContent), /"facts_at": \{"310118": \{[^}]*"annual_rent": null/);
  await page.context().close();
});

test("ticking and unticking a choice says nothing; 没有 says none", async () => {
  const page = await openPage();
  await start(page, "310118");
  const said = async () => {
    await nav(page, "预计可以享受").click();
    await page.waitForSelector("pre code", { state: "attached" });
    const text = await page.$eval("pre code", (code) => code.textContent);
    await page.goBack();
    await page.waitForSelector("#applicant_kinds");
    return text.match(/"facts": (\{.*?\})/)[1];
  };
  await page.check("#applicant_kinds");
  await page.uncheck("#applicant_kinds");
  assert.equal(await said(), "{}");
  await page.check("#applicant_kinds-none");
  assert.equal(await said(), '{"applicant_kinds": []}');
  await page.context().close();
});

test("an answer that cannot be read holds up its page: the summary takes the focus and leads to the field", async () => {
  const page = await openPage();
  await start(page, "310118");
  for (let i = 0; i < 20 && (await page.$("form input[inputmode=decimal]")) === null; i++) {
    await page.click("button[type=submit]");
    await page.waitForTimeout(150);
  }
  const input = await page.waitForSelector("form input[inputmode=decimal]");
  const id = await input.getAttribute("id");
  await input.fill("三百");
  await page.click("button[type=submit]");
  await page.waitForSelector(".summary");
  await page.waitForFunction(() => document.activeElement?.className === "summary");
  assert.deepEqual(await accessibilityFaults(page), []);
  await page.click(".summary a");
  assert.equal(await page.evaluate(() => document.activeElement.id), id);
  assert.equal(await page.inputValue(`#${id}`), "三百");
  await page.context().close();
});

test("a region is looked at before it is used, and a bad one is refused while the page goes on", async () => {
  const page = await openPage({ fragment: firmLink });
  await page.waitForSelector(".total");
  const total = await page.textContent(".total");
  await nav(page, "已装的地区").click();
  const give = (buffer, name = "region.wasm") => page.setInputFiles("#region", { name, mimeType: "application/wasm", buffer });
  for (const [buffer, said] of [
    [Buffer.from("<!DOCTYPE html>"), "这是网页，不是插件"],
    [readFileSync(join(BUILD, "plugins/qingpu.so")), "本机程序用的插件"],
    [region("qingpu").subarray(0, 9000), "文件不完整"],
    [region("qingpu"), "编号为 qingpu 的政策已经加载"],
  ]) {
    await give(buffer, "坏.wasm");
    await page.waitForFunction((text) => document.querySelector("[role=status]").textContent.includes(text), said);
  }
  const copy = Buffer.from(region("qingpu"));
  const id = copy.indexOf(Buffer.from("\0qingpu\0")) + 1, adcode = copy.indexOf(Buffer.from("310118\0"));
  copy.write("newone", id);
  copy.write("310199", adcode);
  await give(copy);
  await page.waitForSelector("text=核对过了，使用它");
  assert.match(await page.textContent(".drop .hash"), /^SHA-256 [0-9a-f]{64}/);
  assert.equal(await page.$$eval(".regions > li", (list) => list.length), 5);
  assert.deepEqual(await accessibilityFaults(page), []);
  await page.click("text=核对过了，使用它");
  await page.waitForFunction(() => document.querySelectorAll(".regions > li").length === 6);
  await nav(page, "预计可以享受").click();
  assert.equal(await page.textContent(".total"), total);
  await nav(page, "各地比较").click();
  await page.waitForSelector(".wide table");
  assert.equal(await page.$$eval(".wide tbody tr", (rows) => rows.length), 6);
  await page.context().close();
});

test("a region with facts that the page has never seen gives a whole form and result", async () => {
  const page = await openPage({ single: true });
  await page.click("nav button:nth-of-type(4)");
  const buffer = compileRegion(join(SOURCE, "tests/web/region/policy.c"), join(BUILD, "example.wasm"));
  await page.setInputFiles("#region", { name: "example.wasm", mimeType: "application/wasm", buffer });
  await page.click("text=核对过了，使用它");
  await page.waitForFunction(() => document.querySelectorAll(".regions > li").length === 6);
  await page.click(".brand");
  await page.check("#place-999901");
  await page.fill("#as-of", "2023-06-30");
  await page.click("button[type=submit]");
  await page.waitForSelector("form > fieldset");
  assert.equal(await page.textContent("h1"), "充电设施（示例）");
  assert.deepEqual((await page.$$eval("form > fieldset > legend", (legends) => legends.map((legend) => legend.textContent))).sort(), ["充电桩向公众开放", "充电桩数量", "充电设施投资额", "评定等级"].sort());
  await page.check("#piles_open_to_public");
  await page.fill("#charging_piles", "10");
  await page.fill("#charging_investment", "100万");
  await page.check("#charging_grade-excellent");
  await page.click("form .buttons button:nth-child(2)");
  await page.waitForFunction(() => document.querySelector(".total")?.textContent === "评估年度预计可得 240,000 元");
  assert.match(await page.textContent(".place"), /合计上限（示例） 三：240,000 元 · 各项相加 250,000 元，按上限计 240,000 元/);
  assert.deepEqual(await page.$$eval(".group.eligible .measures a", (links) => links.map((link) => link.textContent)), ["建设补助（示例）", "评级奖励（示例）"]);
  await page.click(".measures a >> text=评级奖励（示例）");
  assert.match(await page.textContent("dl.answers"), /申报时间每年 03-01 至 04-30，评估日期不在其中/);
  await page.goBack();
  await page.waitForSelector(".place");
  /* Four years are columns where there is room, and rows where there is none. */
  const standAt = (wanted) => new Set([...document.querySelectorAll("svg[aria-labelledby^=years] rect.certain")].map((bar) => Math.round(bar.getBoundingClientRect().left))).size === wanted;
  await page.waitForFunction(standAt, 4);
  await page.setViewportSize({ width: 320, height: 900 });
  await page.waitForFunction(standAt, 1);
  assert.equal(await scrollsSideways(page), false);
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goBack();
  await page.fill("#charging_piles", "9");
  await page.click("form .buttons button:nth-child(2)");
  await page.waitForFunction(() => document.querySelector(".total")?.textContent === "评估年度预计可得 50,000 元");
  assert.deepEqual(await page.$$eval(".group.near .measures a", (links) => links.map((link) => link.textContent)), ["建设补助（示例）"]);
  await page.context().close();
});

test("a city's whole document, written apart, goes into the single file as it is", async () => {
  const page = await openPage({ single: true });
  await page.click("nav button:nth-of-type(4)");
  const buffer = compileRegion(join(SOURCE, "tests/example_city/policy.c"), join(BUILD, "example_city.wasm"));
  await page.setInputFiles("#region", { name: "example_city.wasm", mimeType: "application/wasm", buffer });
  await page.click("text=核对过了，使用它");
  await page.waitForFunction(() => document.querySelectorAll(".regions > li").length === 6);
  await page.click(".brand");
  await page.check("#place-999900");
  await page.fill("#as-of", "2025-03-31");
  await page.click("button[type=submit]");
  await page.waitForSelector("form > fieldset");
  await nav(page, "全部情况").click();
  await page.evaluate(() => document.querySelectorAll("details.topic").forEach((topic) => (topic.open = true)));
  const line = readFileSync(join(SOURCE, "tests/example_city/cases/example_city.jsonl"), "utf8").split("\n").find((text) => text.includes("settlement: both parts"));
  const { applicant } = JSON.parse(line);
  const fields = (await page.$$("details.topic fieldset.field")).length;
  assert.ok(fields > 60, `${fields} fields`);
  assert.deepEqual(await accessibilityFaults(page), []);
  assert.equal(await scrollsSideways(page), false);
  for (const [fact, value] of Object.entries(applicant.facts)) {
    if (typeof value === "boolean") await page.check(`[id="${fact}${value ? "" : "-no"}"]`);
    else if (typeof value === "number") await page.fill(`[id="${fact}"]`, String(value));
  }
  await nav(page, "预计可以享受").click();
  await page.waitForSelector(".total");
  assert.match(await page.textContent(".place h2"), /示例市（虚构）/);
  assert.match(await page.textContent(".dates"), /示政发〔2024〕8号（虚构）/);
  assert.equal((await page.$$(".measures a")).length, 37);
  await page.context().close();
});

test("a region that loops is refused without being run", async () => {
  const page = await openPage();
  await page.click("nav button:nth-of-type(4)");
  const source = join(BUILD, "looping.c");
  writeFileSync(source, "#include <huisuan/abi.h>\nconst hs_policy *huisuan_policy(void) { for (volatile int i = 0;; i++) ; }\n");
  const buffer = compileRegion(source, join(BUILD, "looping.wasm"));
  await page.setInputFiles("#region", { name: "looping.wasm", mimeType: "application/wasm", buffer });
  await page.waitForSelector("text=这个文件不能用：looping.wasm");
  assert.match(await page.textContent("[role=status]"), /插件只能是常量数据/);
  await page.click("nav button:nth-of-type(3)");
  await page.waitForSelector("details.topic");
  await page.context().close();
});

test("whatever is typed or named is shown as text", async () => {
  const strings = [
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", '"><svg onload=alert(1)>', "javascript:alert(1)", "{{7*7}}", "${7*7}", "<%= 7*7 %>", "'; DROP TABLE firms; --",
    "=1+1", "+1", "-1+1", "@SUM(1)", "\t=1", "\u00a0=1", "&lt;b&gt;", "&#60;b&#62;", "</textarea><script>1</script>", "<iframe src=//x>", "<a href=javascript:1>x</a>", "<style>*{display:none}</style>",
    "<base href=//x>", "<meta http-equiv=refresh content=0>", "<object data=x>", "<embed src=x>", "<form action=//x><input>", "<details open ontoggle=alert(1)>", "<math><mi//xlink:href='x'>", "\u202e反", "\u0000", "\u001b[31m",
    "__proto__", "constructor", "toString", "../../etc/passwd", "%3Cscript%3E", "\\u003cscript\\u003e", "<!--", "]]>", "<?xml?>", "🙂".repeat(50), "超".repeat(500),
  ];
  assert.ok(strings.length >= 40);
  const page = await openPage({ fragment: shared({ places: ["310118"] }) });
  await page.waitForSelector(".place");
  await page.click("nav button:nth-of-type(3)");
  await page.evaluate(() => document.querySelectorAll("details.topic").forEach((topic) => (topic.open = true)));
  const elements = await page.evaluate(() => document.querySelectorAll("*").length);
  for (const text of strings) {
    await page.fill("#annual_rent", text);
    assert.equal(await page.inputValue("#annual_rent"), text, text);
  }
  await page.fill("#annual_rent", "");
  await page.waitForFunction((wanted) => document.querySelectorAll("*").length === wanted, elements);
  await page.click("nav button:nth-of-type(4)");
  for (const text of strings) {
    const name = `${text.replace(/[\/\0]/g, "_").slice(0, 60)}.wasm`;
    await page.setInputFiles("#region", { name, mimeType: "application/wasm", buffer: Buffer.from(text) });
    await page.waitForFunction((wanted) => document.querySelector("[role=status]").textContent.includes(wanted), name);
  }
  assert.deepEqual(page.said, []);
  const linked = await openPage({ fragment: shared({ places: ["310118"], answers: Object.fromEntries(strings.map((text) => [text, { text, yes: true, chosen: [text], records: [{ [text]: { text } }] }])) }) });
  await linked.waitForSelector(".place");
  assert.deepEqual(linked.said, []);
  await page.context().close();
  await linked.context().close();
});

test("where the engine or the browser fails the page says so", async () => {
  const failed = await openPage({ before: (page) => page.route("**/huisuan.wasm", (route) => route.abort()) }).catch((error) => error);
  assert.equal(failed instanceof Error, false, String(failed));
  await failed.waitForSelector("text=引擎没有启动");
  assert.deepEqual(await accessibilityFaults(failed), []);
  await failed.context().close();
  const old = await openPage({ before: (page) => page.addInitScript(() => delete globalThis.WebAssembly) });
  await old.waitForSelector("text=这个浏览器版本太低");
  await old.context().close();
});

test("the curve of a what-if ends where the engine says it does", async () => {
  const page = await openPage({ fragment: firmLink });
  await page.waitForSelector(".total");
  await page.click("text=某个数变了会怎样");
  /* Whatever stands at any moment, the curve of one figure does not stand under the name of another. */
  await page.selectOption("#figure", "annual_rent");
  await page.waitForFunction(() => document.querySelectorAll("main section .data tbody").length === 2);
  await page.evaluate(() => {
    globalThis.curves = new Map();
    const look = () => {
      for (const section of document.querySelectorAll("main section")) {
        const title = section.querySelector("h2").textContent, curve = section.querySelector(".data tbody")?.textContent;
        if (curve !== undefined) globalThis.curves.set(title, (globalThis.curves.get(title) ?? new Set()).add(curve));
      }
    };
    look();
    new MutationObserver(look).observe(document.body, { subtree: true, childList: true, characterData: true });
  });
  await page.selectOption("#figure", "annual_revenue");
  await page.waitForFunction(() => [...document.querySelectorAll("main section h2")].filter((title) => title.textContent.endsWith("年营业收入")).length === 2 && document.querySelectorAll("main section svg").length === 2);
  const to = 36400000; /* 1.4 times the revenue stated */
  const wanted = JSON.parse(native("sweep", join(SOURCE, "tests/samples/firm.json"), "--fact", "annual_revenue", "--from", "0", "--to", String(to), "--format", "json"));
  const plain = (value) => value.toLocaleString("en-US", Number.isInteger(value) ? {} : { minimumFractionDigits: 2 });
  for (const [at, place] of wanted.places.entries()) {
    const rows = await page.$$eval(`main section:nth-of-type(${at + 1}) .data tbody tr`, (found) => found.map((row) => [...row.children].map((cell) => cell.textContent)));
    assert.deepEqual(rows, place.curves[0].pieces.map((piece) => [plain(piece.from), plain(piece.to), `${plain(piece.at_from.low)} – ${plain(piece.at_to.low)}`, `${plain(piece.at_from.high)} – ${plain(piece.at_to.high)}`]));
    assert.equal(await page.$$eval(`#curve-${place.adcode}-title`, (titles) => titles.length), 1);
  }
  assert.deepEqual(await page.evaluate(() => [...globalThis.curves.values()].map((found) => found.size)), [1, 1, 1, 1]);
  await page.context().close();
});

test("a figure of one record can be varied, as the command line does it", async () => {
  const page = await openPage({ fragment: firmLink });
  await page.waitForSelector(".total");
  await page.click("text=某个数变了会怎样");
  const fact = "overseas_sites[0].build_cost";
  await page.selectOption("#figure", fact);
  await page.waitForFunction(() => document.querySelector("main section h2")?.textContent.endsWith("第 1 条 · 实际建设成本") && document.querySelector("main section svg") !== null);
  const whole = JSON.parse(native("sweep", join(SOURCE, "tests/samples/firm.json"), "--fact", fact, "--format", "json"));
  for (const [at, place] of whole.places.entries()) {
    const turns = place.curves[0].breakpoints.map((value) => value.toLocaleString("en-US")).join("、");
    assert.equal(await page.textContent(`main section:nth-of-type(${at + 1}) h2 + p`), turns === "" ? "这个数在这里不影响合计的算法。" : `转折点：${turns}`);
  }
  assert.deepEqual(whole.places.map((place) => place.curves[0].breakpoints.length > 0), [true, false]);
  await page.context().close();
});

test("with several places a fact about the place can be answered for each, and is checked with the rest", async () => {
  const page = await openPage({ fragment: firmLink });
  await page.waitForSelector(".total");
  await page.click("text=核对填写的内容");
  const at = (place) => `[id="${place}-annual_rent"]`;
  const row = (name) => page.locator(".answers > div", { has: page.locator("dt", { hasText: new RegExp(`^${name}$`) }) });
  assert.equal(await row("年租金").locator("dd").first().textContent(), "850,000 元");
  assert.equal(await row("年租金 · 上海市青浦区").locator("dd").first().textContent(), "420,000 元");
  assert.match(await page.textContent(".answers > div:last-child"), /^已经领过的：.*60,000 元/);
  await row("年租金 · 上海市青浦区").getByRole("button").click();
  assert.equal(await page.inputValue(at("310118")), "420000");
  await page.fill(at("330206"), "许多");
  await page.click("form button[type=submit]");
  await page.click(".summary a");
  assert.equal(await page.evaluate(() => document.activeElement.id), "330206-annual_rent");
  assert.match(await page.textContent(".summary li"), /^年租金 · 宁波市北仑区：/);
  assert.deepEqual(await accessibilityFaults(page), []);
  await page.fill(at("330206"), "90万");
  await page.waitForFunction(() => document.getElementById("330206-annual_rent-read").textContent === "读作 900,000 元");
  await nav(page, "预计可以享受").click();
  await page.click("text=复制分享链接");
  await page.waitForSelector("text=链接已复制");
  const link = await page.evaluate(() => navigator.clipboard.readText());
  assert.deepEqual(JSON.parse(decodeURIComponent(link.slice(link.indexOf("#") + 1))).local["330206"], { annual_rent: { text: "90万", unknown: false } });
  await page.context().close();
});

test("years stand as columns with the engine's figures beside them", async () => {
  const page = await openPage({ fragment: firmLink });
  await page.waitForSelector("svg[aria-labelledby^=years-330206]");
  const result = JSON.parse(native("assess", join(SOURCE, "tests/samples/firm.json"), "--format", "json")).places[0].schedule;
  const figure = page.locator("figure", { has: page.locator("svg[aria-labelledby^=years-330206]") });
  const bottoms = await figure.locator("rect.certain").evaluateAll((bars) => bars.map((bar) => Math.round(bar.getBoundingClientRect().bottom)));
  assert.equal(bottoms.length, result.length);
  assert.equal(new Set(bottoms).size, 1);
  const cells = await figure.locator("tbody tr").evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => cell.textContent)));
  assert.deepEqual(cells, result.map(({ low, high }, at) => [`第 ${at + 1} 年`, low.toLocaleString("en-US"), high.toLocaleString("en-US")]));
  await page.context().close();
});

test("a place without a policy is said to have none", async () => {
  const page = await openPage({ fragment: shared({ places: ["110101"] }) });
  await page.waitForSelector("text=没有政策覆盖这个地点");
  assert.match(await page.textContent("main"), /110101/);
  await page.context().close();
});

test("a link to share brings the answers back, and says so where policies differ", async () => {
  const page = await openPage({ fragment: firmLink });
  await page.waitForSelector(".total");
  const total = await page.textContent(".total");
  await page.click("text=复制分享链接");
  await page.waitForSelector("text=链接已复制");
  const link = await page.evaluate(() => navigator.clipboard.readText());
  const again = await openPage({ fragment: link.slice(link.indexOf("#")) });
  await again.waitForSelector(".total");
  assert.equal(await again.textContent(".total"), total);
  assert.equal(await again.$("text=链接来自别的版本"), null);
  assert.equal(again.url().includes("#"), false);
  const older = await openPage({ fragment: shared({ places: firm.locations, policies: { qingpu: "0".repeat(64) } }) });
  await older.waitForSelector("text=链接来自别的版本");
  assert.match(await older.textContent(".summary"), /qingpu（00000000 → [0-9a-f]{8}）/);
  for (const opened of [page, again, older]) await opened.context().close();
});

test("the Excel workbook opens, with figures as figures and no formula", async () => {
  const page = await openPage({ fragment: shared({ places: ["310118"], answers: { ...answersOf(firm.facts, dictionary) }, local: localOf(firm.facts_at) }) });
  await page.waitForSelector(".total");
  const [download] = await Promise.all([page.waitForEvent("download"), page.click("text=下载 Excel")]);
  assert.equal(download.suggestedFilename(), "huisuan.xlsx");
  const file = join(BUILD, "page.xlsx");
  await download.saveAs(file);
  const reader = `
import json, sys, openpyxl
book = openpyxl.load_workbook(sys.argv[1])
print(json.dumps({sheet.title: [[cell.value for cell in row] for row in sheet.iter_rows()] for sheet in book}, ensure_ascii=False))`;
  const sheets = JSON.parse(execFileSync("/usr/bin/python3", ["-c", reader, file], { encoding: "utf8" }));
  assert.deepEqual(Object.keys(sheets), ["1 上海市青浦区"]);
  const rows = sheets["1 上海市青浦区"];
  assert.equal(rows.length, 3 + 18);
  const rent = rows.find((row) => row[1] === "四(一)1");
  assert.deepEqual(rent.slice(1, 7), ["四(一)1", "租金补贴", "可享受", "资金", 378000, 378000]);
  assert.deepEqual(rows[1].slice(5, 7), [176000, 176000]);
  assert.ok(rows.some((row) => row[3] === "差一点"));
  await page.context().close();
});

test("a damaged link brings what is sound in it; a link pasted into the open page is taken; without a clipboard it is shown", async () => {
  const answers = { annual_rent: null, lease_years: { text: 5 }, overseas_sites: { records: [null] }, in_park: { yes: true }, applicant_kinds: { chosen: ["hr_agency"] } };
  const page = await openPage({ fragment: shared({ places: ["310118", "310118", "x"], answers, local: { 310118: null, 330206: { annual_rent: { text: "1" } } } }) });
  await page.waitForSelector(".place");
  const document = () => page.$eval("pre code", (code) => code.textContent.match(/END'\n(.*)\n/)[1]);
  assert.equal(await document(), '{"as_of": "2023-06-30", "locations": ["310118"], "facts": {"applicant_kinds": ["hr_agency"], "in_park": true}, "facts_at": {"330206": {"annual_rent": "1"}}}');
  await page.evaluate((fragment) => (location.hash = fragment), shared({ places: ["150200"], answers: { in_park: { yes: false } } }));
  await page.waitForSelector("text=包头市");
  assert.equal(await document(), '{"as_of": "2023-06-30", "locations": ["150200"], "facts": {"in_park": false}}');
  assert.equal(page.url().includes("#"), false);
  await page.evaluate(() => Object.defineProperty(navigator, "clipboard", { value: undefined }));
  await page.click("text=复制分享链接");
  assert.match(await page.inputValue("#link"), /#%7B%22places%22%3A%5B%22150200%22%5D/);
  assert.deepEqual(page.said, []);
  await page.context().close();
});

test("policies out of force, and without dates, are said to be so", async () => {
  const page = await openPage({ fragment: shared({ places: ["330206"], asOf: "2024-05-01", answers: answersOf(firm.facts, dictionary) }) });
  await page.waitForSelector(".place");
  assert.match(await page.textContent(".group.expired summary"), /^政策已到期或未施行（19）$/);
  assert.ok((await page.textContent(".place")).includes("文件没有载明施行或失效的日期"));
  await page.context().close();
});

test("in every state, both languages and every width the page is accessible and fits", async () => {
  for (const [width, language] of [[1280, "zh-CN"], [390, "zh-CN"], [320, "en-US"]]) {
    const page = await openPage({ width, language, fragment: firmLink });
    const english = language === "en-US";
    await page.waitForSelector(".total");
    const look = async (state) => {
      assert.deepEqual(await accessibilityFaults(page), [], `${state} at ${width} px`);
      assert.equal(await scrollsSideways(page), false, `${state} at ${width} px`);
      const body = await page.textContent("main");
      if (english) assert.equal(/[\u4e00-\u9fff]{4,}/.test(body.replace(/[^\s]*〔\d+〕[^\s]*|[^\s]*号/g, "")), false, `${state} in English: ${body.match(/[\u4e00-\u9fff]{4,}/)?.[0]}`);
    };
    await look("result");
    await page.click(".measures a");
    await page.waitForSelector(".tag");
    await look("measure");
    await nav(page, english ? "Places side by side" : "各地比较").click();
    await page.waitForSelector(".wide table");
    await look("compare");
    await nav(page, english ? "Everything on one page" : "全部情况").click();
    await page.evaluate(() => document.querySelectorAll("details.topic").forEach((topic) => (topic.open = true)));
    await look("all facts");
    await nav(page, english ? "Regions loaded" : "已装的地区").click();
    await look("regions");
    await page.click(".brand");
    await page.waitForSelector("#as-of");
    await look("start");
    await page.click("button[type=submit]");
    await page.waitForSelector("main h1");
    await look("questions");
    await page.context().close();
  }
});

test("large type and forced colours leave everything readable", async () => {
  const page = await openPage({ fragment: firmLink });
  await page.waitForSelector(".total");
  await page.evaluate(() => (document.documentElement.style.fontSize = "200%"));
  assert.equal(await scrollsSideways(page), false);
  await page.evaluate(() => (document.documentElement.style.fontSize = ""));
  await page.emulateMedia({ forcedColors: "active" });
  assert.deepEqual(await accessibilityFaults(page), []);
  const seen = await page.$eval(".chart .certain", (bar) => [getComputedStyle(bar).fill, getComputedStyle(document.body).backgroundColor]);
  assert.notEqual(seen[0], seen[1]);
  await page.context().close();
});

test("what a region says is shown as text", async () => {
  const page = await openPage();
  await page.click("nav button:nth-of-type(4)");
  const buffer = Buffer.from(compileRegion(join(SOURCE, "tests/web/region/policy.c"), join(BUILD, "example.wasm")));
  const markup = "<img src=x onerror=alert()>";
  const title = "示例区充电设施补助办法（虚构）";
  buffer.write(markup.padEnd(Buffer.byteLength(title)), buffer.indexOf(title));
  await page.setInputFiles("#region", { name: "markup.wasm", mimeType: "application/wasm", buffer });
  await page.waitForSelector("text=核对过了，使用它");
  assert.ok((await page.textContent(".drop .summary")).includes(markup));
  assert.equal(await page.$("main img"), null);
  assert.deepEqual(page.said, []);
  await page.context().close();
});

test("on paper stands what matters and no controls", async () => {
  const page = await openPage({ fragment: firmLink });
  await page.waitForSelector(".total");
  await page.emulateMedia({ media: "print" });
  for (const hidden of ["header", ".screen", ".backwards"]) assert.equal(await page.isVisible(hidden), false, hidden);
  for (const shown of [".total", ".measures", ".chart:not(.screen) svg"]) assert.equal(await page.isVisible(shown), true, shown);
  const paper = join(BUILD, "page.pdf");
  await page.pdf({ path: paper });
  const text = execFileSync("pdftotext", ["-layout", paper, "-"], { encoding: "utf8" });
  for (const part of ["预计可以享受", "上海市青浦区", "评估年度预计可得", "租金补贴", "四(一)1", "以主管部门审核为准"]) assert.ok(text.includes(part), part);
  await page.context().close();
});
