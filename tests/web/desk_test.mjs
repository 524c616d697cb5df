/* The officer's page in a real browser: tables in, each applicant and the budget out, held against the command line to the fen. */
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import test, { after, before } from "node:test";

import { BUILD, SOURCE, compileRegion, native } from "../wasm/support.mjs";
import { accessibilityFaults, closeBrowser, openBrowser, openPage, scrollsSideways } from "./page.mjs";

const FIRMS = join(SOURCE, "tests/samples/firms.csv"), SITES = join(SOURCE, "tests/samples/sites.csv");
const WORK = join(BUILD, "desk");
const MANY = join(WORK, "many.csv");
const DOWNLOADS_AT_ONCE = 8; /* Chromium asks before it takes more than ten of one page */

before(async () => {
  mkdirSync(WORK, { recursive: true });
  writeFileSync(MANY, manyFirms(10_000));
  await openBrowser();
});
after(closeBrowser);

/* Firms of all sorts; every 97th has a figure that is refused where it has a rent. The same ones each time. */
function manyFirms(count) {
  let seed = 7;
  const draw = (below) => (seed = (seed * 48271) % 2147483647) % below;
  const rows = Array.from({ length: count }, (_, at) => {
    const rent = at % 97 === 0 ? "1.2E+5" : ["", '"420,000"', "30万-50万", String(draw(1_000_000)), "0"][draw(5)];
    const name = at % 5 === 0 ? `"公司\n${at}"` : `公司${at}`;
    return `F${at},${name},2023-06-30,${["310118", "330206", "150200"][draw(3)]},人力资源服务机构,${"是否"[draw(2)]},${draw(9000)},${rent},${draw(6)}`;
  });
  return `编号,名称,评估日期,所在地,申请主体类型（可多选）,具有独立法人资格,年营业收入（万元）,年租金,租赁期限（年）\n${rows.join("\n")}\n`;
}

/* What the command line makes of the same tables; refused rows let it end with 1. */
function batch(...parameters) {
  const { status, stdout, stderr } = spawnSync(join(BUILD, "huisuan"), ["batch", ...parameters], { encoding: "utf8", maxBuffer: 1 << 29 });
  assert.ok(status === 0 || status === 1, stderr);
  return stdout;
}
const summaryOf = (...parameters) => JSON.parse(batch(...parameters, "--summary", "--format", "json"));

function sheetsOf(file) {
  const reader = `
import json, sys, openpyxl
book = openpyxl.load_workbook(sys.argv[1])
print(json.dumps({sheet.title: [[cell.value for cell in row] for row in sheet.iter_rows()] for sheet in book}, ensure_ascii=False))`;
  return JSON.parse(execFileSync("/usr/bin/python3", ["-c", reader, file], { encoding: "utf8", maxBuffer: 1 << 29 }));
}

const plain = (value) => value.toLocaleString("en-US", Number.isInteger(value) ? {} : { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const interval = ({ low, high }) => (high === null ? `${plain(low)} 元起，上限未定` : low === high ? `${plain(low)} 元` : `${plain(low)} 至 ${plain(high)} 元`);
const nothing = ({ low, high }) => low === 0 && high === 0;
const buffer = (name, text) => ({ name, mimeType: "text/csv", buffer: Buffer.from(text) });

async function openDesk(options) {
  const page = await openPage(options);
  await page.click("main section button.secondary");
  await page.waitForSelector("#tables");
  return page;
}

const give = (page, ...files) => page.setInputFiles("#tables", files);
const run = (page) => page.click("form button[type=submit]");
const done = (page) => page.waitForSelector("[data-testid=counts]", { timeout: 120_000 });

/** A page with the sample's result. */
async function sampleResult(options) {
  const page = await openDesk(options);
  await give(page, FIRMS, SITES);
  await page.waitForSelector("#table-1");
  await run(page);
  await done(page);
  return page;
}

async function excelOf(page, name) {
  const file = join(WORK, name);
  const [download] = await Promise.all([page.waitForEvent("download", { timeout: 120_000 }), page.click("main .buttons button:first-child")]);
  assert.equal(download.suggestedFilename(), "huisuan-batch.xlsx");
  await download.saveAs(file);
  return file;
}

/** The budget that a page shows is that of the command line. */
async function sameBudget(page, budget) {
  assert.equal(await page.$$eval(".place", (places) => places.length), budget.places.length);
  for (const place of budget.places) {
    const shown = (name) => page.getByTestId(`${name}-${place.adcode}`);
    assert.equal(await shown("total").textContent(), `评估年度合计 ${interval(place.total)}`);
    assert.equal(await shown("certain").textContent(), `其中可确定 ${plain(place.certain)} 元`);
    assert.equal(await shown("all").textContent(), `各年合计 ${interval(place.total_all_years)}（假定以后情况不变）`);
    const rows = await shown("budget").locator("tbody tr").evaluateAll((found) => found.map((row) => [row.firstChild.firstChild.textContent, ...[...row.querySelectorAll("td")].map((cell) => cell.textContent)]));
    const met = place.measures.filter(({ eligible, undetermined }) => eligible + undetermined > 0);
    assert.deepEqual(rows, met.map(({ title, eligible, undetermined, ineligible, year, whole, unstated }) => [title.zh, plain(eligible), plain(undetermined), plain(ineligible), year !== null ? interval(year) : unstated ? "文件未载金额" : "不涉及资金", whole === null ? "" : interval(whole)]));
    const charted = await page.$$eval(`figure:has([id=budget-${place.adcode}-title]) tbody tr`, (found) => found.map((row) => row.textContent));
    assert.deepEqual(charted, met.filter(({ whole }) => whole !== null && !nothing(whole)).map(({ title, year }) => `${title.zh}${plain(year.low)}${year.high === null ? "∞" : plain(year.high)}`));
    if (place.fits !== undefined) {
      const verdict = place.fits.high ? "上限也够" : place.fits.low ? "下限够，上限不够" : "下限也不够";
      assert.equal(await shown("fits").textContent(), `预算 ${plain(budget.envelope)} 元：${verdict}`);
      const beyond = await shown("budget").locator("tbody tr:has(.fault)").evaluateAll((found) => found.map((row) => [row.firstChild.firstChild.textContent, row.querySelector(".fault").textContent.trim()]));
      const titleOf = (id) => place.measures.find((measure) => measure.id === id).title.zh;
      assert.deepEqual(beyond, place.fits.exceeding.map(({ measure, low }) => [titleOf(measure), low ? "单这一项，下限就超出预算" : "单这一项，上限就超出预算"]));
    }
  }
}

test("the sample by mouse: budget, refused row and each firm are the command line's", async () => {
  const page = await openDesk();
  assert.match(await page.textContent(".drop"), /表只在这台电脑上读取和计算，不上传、不保存。/);
  await give(page, FIRMS, SITES);
  await page.waitForSelector("#table-1");
  assert.deepEqual(await page.$$eval("select[id^=table-]", (selects) => selects.map((select) => select.value)), ["", "overseas_sites"]);
  await page.fill("#envelope", "50万");
  assert.equal(await page.textContent("#envelope-read"), "读作 500,000 元");
  await run(page);
  await done(page);
  assert.equal(await page.getByTestId("counts").textContent(), "4 家已评估，1 行被拒绝");
  const tables = [FIRMS, "--list", `overseas_sites=${SITES}`];
  await sameBudget(page, summaryOf(...tables, "--envelope", "500000"));
  assert.match(await page.textContent(".refused li"), /^J6 年营业收入.*文件第 7 行 · A05 · 科学记数（示例）“1\.23E\+08”是 Excel 的科学记数，已经丢掉了位数：把该列设为/);
  /* Another envelope is held against the same sums. */
  await page.fill("#envelope", "1");
  await page.click("form button[type=submit]");
  await page.waitForFunction(() => document.querySelector("[data-testid=fits-310118]").textContent.includes("预算 1 元"));
  await sameBudget(page, summaryOf(...tables, "--envelope", "1"));
  const command = (await page.$eval("pre code", (code) => code.textContent)).split("\n");
  assert.deepEqual(command, ["huisuan batch firms.csv --list overseas_sites=sites.csv --summary --envelope 1", "huisuan batch firms.csv --list overseas_sites=sites.csv --format xlsx --output huisuan-batch.xlsx"]);
  /* Each firm's own result, and back. */
  const results = batch(...tables, "--format", "json").trim().split("\n").map((line) => JSON.parse(line)).filter((result) => result.places !== undefined);
  assert.equal(results.length, 4);
  for (const [at, { receipt, ...wanted }] of results.entries()) {
    await page.click(`#firm-${at}`);
    await page.waitForSelector(".place .dates");
    for (const place of wanted.places) assert.equal(await page.getByTestId(`certain-${place.adcode}`).textContent(), `其中可确定 ${plain(place.certain)} 元`);
    const [download] = await Promise.all([page.waitForEvent("download"), page.click("text=下载 JSON")]);
    const { receipt: found, ...result } = JSON.parse(readFileSync(await download.path(), "utf8"));
    assert.deepEqual(result, wanted);
    assert.deepEqual(found.policies, receipt.policies);
    await page.goBack();
    await page.waitForSelector(".firms");
    assert.equal(await page.evaluate(() => document.activeElement.id), `firm-${at}`);
  }
  assert.equal(await page.inputValue("#envelope"), "1");
  assert.deepEqual(page.said, []);
  await page.context().close();
});

test("the same by keyboard alone, to a firm's measure and back", async () => {
  const page = await openPage();
  const tabTo = async (selector) => {
    for (let i = 0; i < 120; i++) {
      if (await page.evaluate((wanted) => document.activeElement?.matches(wanted), selector)) return;
      await page.keyboard.press("Tab");
    }
    assert.fail(`${selector} is not reached`);
  };
  await tabTo("main section button.secondary");
  await page.keyboard.press("Enter");
  await page.waitForSelector("#tables");
  await tabTo("#tables");
  const [chooser] = await Promise.all([page.waitForEvent("filechooser"), page.keyboard.press("Space")]);
  assert.equal(chooser.isMultiple(), true);
  await chooser.setFiles([FIRMS, SITES]);
  await page.waitForSelector("#table-1");
  await tabTo("form button[type=submit]");
  await page.keyboard.press("Enter");
  await done(page);
  assert.equal(await page.evaluate(() => document.activeElement.tagName), "H1");
  await tabTo(".contents li:last-child button");
  await page.keyboard.press("Enter");
  assert.equal(await page.evaluate(() => document.activeElement.textContent), "各家结果");
  await tabTo("#find");
  await page.keyboard.type("a03");
  assert.equal(await page.getByTestId("found").textContent(), "1 家");
  await tabTo(".firms .measures a");
  await page.keyboard.press("Enter");
  await page.waitForSelector(".place .dates");
  assert.equal(await page.textContent("h1"), "远帆外包（示例）");
  await tabTo(".group .measures a");
  await page.keyboard.press("Enter");
  await page.waitForSelector(".tag");
  assert.equal(await page.textContent("main .lead"), "远帆外包（示例）");
  for (const wanted of [".place .dates", ".firms"]) {
    await tabTo(".backwards");
    await page.keyboard.press("Enter");
    await page.waitForSelector(wanted);
  }
  assert.equal(await page.inputValue("#find"), "a03");
  assert.equal(await page.evaluate(() => document.activeElement.textContent), "远帆外包（示例）");
  await page.context().close();
});

test("the workbook is the command line's, cell for cell, in both languages", async () => {
  const odd = join(WORK, "odd.csv");
  writeFileSync(odd, `编号,名称,评估日期,所在地,年营业收入,年租金\n=1+1,@SUM(A1),2023-06-30,310118,26000000.55,300000.01\n-2,"+cmd|' /C calc'!A0",2024-05-01,330206；310118,≥300,\n<b>&amp;,"a""b",2023-06-30,150200,3000万-5000万,1\n+4,,2023-06-30,310118,x,1\n`);
  for (const [language, lang] of [["zh-CN", "zh"], ["en-US", "en"]]) {
    for (const [files, tables] of [[[FIRMS, SITES], [FIRMS, "--list", `overseas_sites=${SITES}`]], [[odd], [odd]]]) {
      const page = await openDesk({ language });
      await give(page, ...files);
      await page.waitForSelector(`#table-${files.length - 1}`);
      await run(page);
      await done(page);
      const found = sheetsOf(await excelOf(page, "page.xlsx"));
      const written = join(WORK, "program.xlsx");
      batch(...tables, "--format", "xlsx", "--lang", lang, "--output", written);
      const wanted = sheetsOf(written);
      assert.deepEqual(Object.keys(found), Object.keys(wanted));
      for (const [name, rows] of Object.entries(wanted)) assert.deepEqual(found[name], rows, name);
      assert.deepEqual(page.said, []);
      await page.context().close();
    }
  }
});

test("GB18030, a choice of place and day, and lists: as the command line takes them", async () => {
  const gb = (file) => execFileSync("iconv", ["-f", "UTF-8", "-t", "GB18030", file]);
  const firms = join(WORK, "旧表.csv"), sites = join(WORK, "记录.csv"), left = join(WORK, "left.csv");
  writeFileSync(firms, gb(FIRMS));
  writeFileSync(left, `${readFileSync(SITES, "utf8")}Z9,200000,是,是\nA02,二十万,是,是\n`);
  writeFileSync(sites, gb(left));
  const page = await openDesk();
  await give(page, firms, sites);
  await page.waitForSelector("#table-1");
  assert.deepEqual(await page.$$eval("select[id^=table-]", (selects) => selects.map((select) => select.value)), ["", "overseas_sites"]);
  await page.check("#desk-310118");
  await page.check("#desk-330206");
  await page.fill("#desk-as-of", "2024-05-01");
  await run(page);
  await done(page);
  const tables = [firms, "--list", `overseas_sites=${sites}`, "--location", "310118", "--location", "330206", "--as-of", "2024-05-01"];
  await sameBudget(page, summaryOf(...tables));
  assert.equal(await page.getByTestId("counts").textContent(), "3 家已评估，3 行被拒绝");
  assert.match(await page.textContent(".left li"), /第 4 行：Z9$/);
  const refused = await page.$$eval(".refused li", (items) => items.map((item) => item.textContent));
  assert.match(refused[0], /^境外站点.*B5 .*文件第 5 行 · A02.*二十万/);
  assert.match(refused[1], /A3.*文件第 3 行 · A02 .*第 5 行属于这个编号，被拒绝了/);
  assert.deepEqual((await page.$eval("pre code", (code) => code.textContent)).split("\n")[0], "huisuan batch '旧表.csv' --list overseas_sites='记录.csv' --location 310118 --location 330206 --as-of 2024-05-01 --summary");
  /* In the wrong encoding it is refused, and said so. */
  await page.click("text=换文件或条件");
  await page.click("summary:has-text('文件编码')");
  await page.selectOption("#encoding", "utf-8");
  await run(page);
  await page.waitForSelector(".summary");
  assert.match(await page.textContent(".summary"), /没有算完，没有结果.*记录\.csv · 文件第 1 行 · 不是 UTF-8：请把“文件编码”改为“自动识别”/);
  await page.waitForFunction(() => document.activeElement?.className === "summary");
  assert.deepEqual(await accessibilityFaults(page), []);
  await page.context().close();
});

test("what was already paid is a table like those of lists, known by its headings", async () => {
  const firms = readFileSync(FIRMS, "utf8").replace(",#备注", ",已领补贴").replace(",按租赁合同", ",2").replace(",审计报告未出", ",").replace(",集团合并报表", ",无").replace(",这一行会被拒绝", ",");
  const rows = "A01,qingpu.rent,2,,\nA01,,,listing,1.5\nA03,上海市青浦区 租金补贴（qingpu.rent）,1年,,\n";
  const files = { "名单.csv": firms, "表2.csv": readFileSync(SITES, "utf8"), "表3.csv": `编号,措施,已领年数,事项,已领金额（万元）\n${rows}` };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(WORK, name), text);
  const page = await openDesk();
  await give(page, ...Object.keys(files).map((name) => join(WORK, name)));
  await page.waitForSelector("#table-2");
  assert.deepEqual(await page.$$eval("select[id^=table-]", (selects) => selects.map((select) => select.value)), ["", "overseas_sites", "received"]);
  assert.equal(await page.textContent("#table-2 option:checked"), "列表：已领补贴");
  await run(page);
  await done(page);
  const [table, sites, received] = Object.keys(files).map((name) => join(WORK, name));
  const without = summaryOf(table, "--list", `overseas_sites=${sites}`), wanted = summaryOf(table, "--list", `overseas_sites=${sites}`, "--list", `received=${received}`);
  assert.notDeepEqual(wanted, without);
  await sameBudget(page, wanted);
  assert.equal(await page.getByTestId("counts").textContent(), "4 家已评估，1 行被拒绝");
  assert.equal((await page.$eval("pre code", (code) => code.textContent)).split("\n")[0], "huisuan batch '名单.csv' --list overseas_sites='表2.csv' --list received='表3.csv' --summary");
  await page.click("#firm-0");
  await page.waitForSelector(".place .dates");
  const [download] = await Promise.all([page.waitForEvent("download"), page.click("text=下载 JSON")]);
  const { receipt: found, ...result } = JSON.parse(readFileSync(await download.path(), "utf8"));
  const { receipt, ...first } = JSON.parse(batch(table, "--list", `overseas_sites=${sites}`, "--list", `received=${received}`, "--format", "json").split("\n")[0]);
  assert.deepEqual([result, found.policies], [first, receipt.policies]);
  /* A row of it that is refused says where it stands and whose it is; without the table the firm's row says that it is wanted. */
  await page.goBack();
  await page.click("text=换文件或条件");
  await give(page, { ...buffer("表3.csv", files["表3.csv"].replace("1年", "约1年")) });
  await page.waitForTimeout(100);
  await run(page);
  await done(page);
  assert.match(await page.textContent(".refused li"), /^已领补贴 C4 已领年数 文件第 4 行 · A03/);
  await page.click("text=换文件或条件");
  await page.click("[aria-label='不用 表3.csv']");
  await run(page);
  await done(page);
  assert.match(await page.textContent(".refused li"), /^O2 已领补贴 .*这里写了 2 条记录，却没有列表的表：请把这个列表的表也选上。/);
  assert.deepEqual(page.said, []);
  await page.context().close();
});

test("ten thousand firms do not freeze the page, and come to the command line's figures", async () => {
  const page = await openDesk();
  await give(page, MANY);
  await page.waitForSelector("#table-0");
  await page.fill("#envelope", "5000万");
  /* Whether the page lives is told by what it draws: between two drawings no more than some steps may come in. */
  await page.evaluate(() => {
    globalThis.seen = new Set();
    globalThis.frames = 0;
    const look = () => {
      globalThis.frames++;
      const text = document.querySelector("[data-testid=progress]")?.textContent;
      if (text !== undefined) globalThis.seen.add(text);
      requestAnimationFrame(look);
    };
    look();
  });
  await run(page);
  await page.waitForSelector("progress");
  await page.getByRole("navigation").getByRole("button", { name: "English" }).click();
  await page.waitForSelector("h1:has-text('Assessing')");
  await page.getByRole("navigation").getByRole("button", { name: "中文" }).click();
  await page.waitForSelector("h1:has-text('正在测算')");
  await done(page);
  const { seen, frames } = await page.evaluate(() => ({ seen: [...globalThis.seen], frames: globalThis.frames }));
  assert.ok(seen.length > 40, `${seen.length} different states of a hundred steps were drawn`);
  assert.ok(frames > seen.length, `${frames} drawings`);
  assert.match(seen[Math.floor(seen.length / 2)], /^已读 \d+% · 已算 [\d,]+ 家 · 被拒绝 \d+ 行 · 约还有 [\d,]+ 行$|^\d+% read/);
  await sameBudget(page, summaryOf(MANY, "--envelope", "50000000"));
  assert.equal(await page.getByTestId("counts").textContent(), "9,896 家已评估，104 行被拒绝");
  assert.equal((await page.$$(".firms .measures li")).length, 50);
  assert.ok((await page.evaluate(() => document.querySelectorAll("*").length)) < 6000);
  await page.click(".firms .pages button:last-child");
  assert.equal(await page.textContent(".firms .pages span"), "第 2 页，共 198 页");
  await page.fill("#find", "f999"); /* F999, F9990 and so on; F9991 is refused */
  assert.equal(await page.getByTestId("found").textContent(), "10 家");
  await page.click(".firms .measures li:nth-child(2) a");
  await page.waitForSelector(".place .dates");
  await page.goBack();
  await page.waitForSelector(".firms");
  assert.equal(await page.getByTestId("found").textContent(), "10 家");
  await page.fill("#find", "");
  const counts = [];
  for (const standing of ["eligible", "undetermined", "ineligible"]) {
    await page.selectOption("#standing", standing);
    const text = await page.getByTestId("found").textContent();
    counts.push(Number(text.replace(/\D/g, "")));
  }
  assert.equal(counts.reduce((sum, count) => sum + count, 0), 9896);
  assert.ok(counts[0] > 0 && counts[1] > 0, counts.join(" "));
  /* The workbook is packed as it is made: the page goes on meanwhile. */
  await page.evaluate(() => (globalThis.frames = 0));
  await excelOf(page, "many.xlsx");
  assert.ok((await page.evaluate(() => globalThis.frames)) > 30);
  assert.deepEqual(page.said, []);
  await page.context().close();
});

test("stopped, it says that it is not the whole", async () => {
  const page = await openDesk();
  await give(page, MANY);
  await page.waitForSelector("#table-0");
  await run(page);
  await page.waitForFunction(() => /已算 [1-9]/.test(document.querySelector("[data-testid=progress]")?.textContent ?? ""));
  assert.deepEqual(await accessibilityFaults(page), []);
  await page.click("text=停止");
  await done(page);
  assert.equal(await page.textContent("h1"), "批量测算结果（未算完）");
  const [, assessed, refused] = (await page.getByTestId("counts").textContent()).match(/^([\d,]+) 家已评估，(\d+) 行被拒绝$/).map((text) => Number(text.replace(/,/g, "")));
  const rows = assessed + refused;
  assert.ok(rows >= 100 && rows < 10_000 && rows % 100 === 0, `${rows} rows`);
  assert.match(await page.textContent(".summary"), new RegExp(`^没有算完：停止时只读到表的 \\d+%，以下只是已读的 ${plain(rows)} 行，不是全部。$`));
  assert.equal(await page.$("pre code"), null);
  const head = join(WORK, "head.csv");
  const text = manyFirms(10_000);
  writeFileSync(head, text.slice(0, text.indexOf(`\nF${rows},`) + 1));
  await page.waitForSelector(".place");
  await sameBudget(page, summaryOf(head));
  const sheets = sheetsOf(await excelOf(page, "part.xlsx"));
  assert.deepEqual(Object.keys(sheets).slice(0, 3), ["未算完", "预算", "被拒绝的行"]);
  assert.match(sheets["未算完"][0][0], /^没有算完：/);
  await page.click("text=换文件或条件");
  await run(page);
  await done(page);
  assert.equal(await page.getByTestId("counts").textContent(), "9,896 家已评估，104 行被拒绝");
  await page.context().close();
});

test("what is no table is refused with what to do", async () => {
  const page = await openDesk();
  const large = join(WORK, "large.csv");
  writeFileSync(large, Buffer.alloc(50_000_001, "a\n"));
  const cases = [
    [buffer("工作簿.xlsx", "PK\x03\x04"), "是 Excel 工作簿。请在 Excel 或 WPS 里打开，把每张表各自另存为“CSV UTF-8（逗号分隔）”"],
    [{ ...buffer("旧.xls", ""), buffer: Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0]) }, "是 Excel 工作簿"],
    [buffer("空.csv", ""), "是空文件"],
    [buffer("空白.csv", "\r\n \n"), "是空文件"],
    [{ ...buffer("u16.csv", ""), buffer: Buffer.from("\ufeff编号", "utf16le") }, "是 UTF-16 编码的文本"],
    [buffer("图.png", "\x89PNG\0\0"), "不是文本，不像 CSV 表"],
    [buffer("firms.jsonl", '{"facts": {}}'), "是 JSON，不是 CSV 表"],
    [large, "太大了：浏览器里所有表合计最多 50 MB"],
  ];
  for (const [file, said] of cases) {
    await page.setInputFiles("#tables", file);
    await page.waitForFunction((text) => document.querySelector(".drop [role=status]").textContent.includes(text), said);
    assert.equal(await page.$("#table-0"), null);
  }
  await run(page);
  await page.waitForFunction(() => document.activeElement?.className === "summary");
  assert.match(await page.textContent(".summary"), /还没有申请主体的表/);
  await give(page, buffer("a.csv", "编号,名称\n1,甲\n"));
  await page.waitForSelector(".summary", { state: "detached" });
  const fault = async (text) => {
    await run(page);
    await page.waitForFunction((wanted) => document.querySelector("main > * .summary")?.textContent.includes(wanted), text);
  };
  await give(page, buffer("b.csv", "编号,名称\n2,乙\n"));
  await page.waitForSelector("#table-1");
  await fault("有几个文件都是申请主体的表");
  await page.selectOption("#table-1", "overseas_sites");
  await fault("文件 b.csv · 文件第 1 行 · B1：没有名为“名称”的列");
  await page.click("[aria-label='不用 b.csv']");
  await page.fill("#envelope", "许多");
  await fault("预算的填法不对");
  await page.fill("#envelope", "");
  await give(page, buffer("a.csv", "编号,名字,年租金\n1,甲,1\n"));
  await page.waitForTimeout(100);
  await fault("文件 a.csv · 文件第 1 行 · B1：没有名为“名字”的列");
  /* What to do is said for the page, not for the command line. */
  await give(page, buffer("a.csv", "编号,有几条船\n1,甲\n"));
  await page.waitForTimeout(100);
  await fault("B1：没有名为“有几条船”的列；不用的列请在列名前加 #。全部列名见“下载空白表的表头”。");
  await give(page, buffer("a.csv", "编号,所在地,overseas_sites\n1,310118,2\n2,310118,几个\n"));
  await page.waitForTimeout(100);
  await run(page);
  await done(page);
  const said = await page.$$eval(".refused li p", (found) => found.map((refused) => refused.textContent));
  assert.deepEqual(said, ["这里写了 2 条记录，却没有列表的表：请把这个列表的表也选上。", "“几个”应为记录的条数：没有写 0 或 无，不清楚就空着；记录写在另一张表里：请把这个列表的表也选上。"]);
  const sheets = sheetsOf(await excelOf(page, "cures.xlsx"));
  assert.deepEqual(sheets["被拒绝的行"].slice(1).map((row) => row.at(-1)), [`C2：${said[0]}`, `C3：${said[1]}`]);
  await page.click("text=换文件或条件");
  await give(page, buffer("a.csv", "编号,名称\n"));
  await page.waitForTimeout(100);
  await run(page);
  await done(page);
  assert.match(await page.textContent("main"), /表里没有一行可以评估/);
  assert.deepEqual(page.said, []);
  await page.context().close();
});

test("files are dropped too; after a reload they have to be chosen again, and nothing of them was kept", async () => {
  const page = await openDesk();
  const drop = (selector, files) =>
    page.evaluate(([target, given]) => {
      const dataTransfer = new DataTransfer();
      for (const [name, text] of given) dataTransfer.items.add(new File([text], name));
      document.querySelector(target).dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
    }, [selector, files]);
  await drop(".drop", [["firms.csv", readFileSync(FIRMS, "utf8")], ["sites.csv", readFileSync(SITES, "utf8")]]);
  await page.waitForSelector("#table-1");
  await run(page);
  await done(page);
  await page.click("#firm-0");
  await page.waitForSelector(".place .dates");
  const kept = await page.evaluate(() => JSON.stringify(history.state));
  for (const text of ["海曙桥", "A01", "26000000", "310118"]) assert.equal(kept.includes(text), false, text);
  assert.ok(kept.length < 2000);
  await page.reload();
  await page.waitForSelector("text=批量结果不在了");
  assert.deepEqual(await accessibilityFaults(page), []);
  await page.click("text=回到批量结果");
  await page.waitForSelector("text=页面重新打开过：表没有保存，请重新选文件。");
  assert.deepEqual(await page.evaluate(async () => [localStorage.length, sessionStorage.length, document.cookie, (await indexedDB.databases()).length]), [0, 0, "", 0]);
  await page.context().close();
});

test("whatever stands in a table is shown as text", async () => {
  const strings = ["<script>alert(1)</script>", "<img src=x onerror=alert(1)>", '"><svg onload=alert(1)>', "=HYPERLINK(\"//x\")", "+1", "-1+1", "@SUM(1)", "{{7*7}}", "javascript:alert(1)", "</textarea><script>1</script>", "__proto__", "constructor", "&lt;b&gt;", "<!--", "]]>", "<?xml?>", "_x0041_", "\u202e反", "🙂".repeat(50), "超".repeat(300)];
  const quoted = (text) => `"${text.replace(/"/g, '""')}"`;
  const page = await openDesk();
  await give(page, buffer("<img src=x onerror=alert(1)>.csv", `编号,名称,评估日期,所在地,年租金\n${strings.map((text, at) => `${quoted(`${text}${at}`)},${quoted(text)},2023-06-30,310118,1\n${quoted(`${text}r`)},${quoted(text)},2023-06-30,310118,${quoted(text)}`).join("\n")}\n`));
  await page.waitForSelector("#table-0");
  await run(page);
  await done(page);
  assert.deepEqual(await page.$$eval(".firms .measures a", (links) => links.map((link) => link.textContent)), strings);
  assert.equal((await page.$$(".refused li")).length, strings.length);
  assert.equal(await page.$("main img, main script, main iframe, main svg[onload]"), null);
  const sheets = sheetsOf(await excelOf(page, "text.xlsx"));
  const names = new Set(Object.values(sheets).flatMap((rows) => rows.map((row) => row[2])));
  for (const text of strings) assert.ok(names.has(text) || names.has(`'${text}`) || text === "_x0041_", text);
  await page.click("#firm-0");
  await page.waitForSelector(".place .dates");
  assert.equal(await page.textContent("h1"), strings[0]);
  assert.deepEqual(page.said, []);
  await page.context().close();
});

test("the headings of an empty table are those of facts --template csv", async () => {
  for (const [language, lang] of [["zh-CN", "zh"], ["en-US", "en"]]) {
    const { facts, received } = JSON.parse(native("facts", "--format", "json"));
    const lists = [undefined, ...[...facts, received].filter((fact) => fact.type === "list")];
    for (let first = 0; first < lists.length; first += DOWNLOADS_AT_ONCE) {
      const page = await openDesk({ language });
      await page.click(".drop summary");
      const buttons = await page.$$(".templates button");
      assert.equal(buttons.length, lists.length);
      for (let at = first; at < Math.min(first + DOWNLOADS_AT_ONCE, lists.length); at++) {
        const [download] = await Promise.all([page.waitForEvent("download"), buttons[at].click()]);
        assert.equal(download.suggestedFilename(), `${lists[at]?.id ?? "firms"}.csv`);
        assert.equal(readFileSync(await download.path(), "utf8"), native("facts", "--template", "csv", "--lang", lang, ...(lists[at] === undefined ? [] : ["--list", lists[at].id])));
      }
      await page.context().close();
    }
  }
});

test("in one file from file:// the same, and nothing is requested", async () => {
  for (const single of [true, false]) {
    const page = await openDesk({ single });
    const loaded = page.requests.length;
    await give(page, FIRMS, SITES);
    await page.waitForSelector("#table-1");
    await run(page);
    await done(page);
    await sameBudget(page, summaryOf(FIRMS, "--list", `overseas_sites=${SITES}`));
    await page.click("#firm-0");
    await page.waitForSelector(".place .dates");
    await page.goBack();
    await page.waitForSelector(".firms");
    assert.deepEqual(page.requests.slice(loaded), []);
    if (single) {
      const sheets = sheetsOf(await excelOf(page, "single.xlsx"));
      assert.equal(sheets["预算"].length, 1 + JSON.parse(batch(FIRMS, "--list", `overseas_sites=${SITES}`, "--summary", "--format", "json")).places.reduce((sum, { measures }) => sum + measures.length + 1, 0));
      assert.deepEqual(page.requests.slice(loaded).filter((url) => !url.startsWith("blob:")), []);
    }
    assert.deepEqual(page.said, []);
    await page.context().close();
  }
});

test("with another region the result no longer holds, and the page says so; starting over forgets the tables", async () => {
  const page = await sampleResult();
  await page.click("nav button:nth-of-type(4)");
  await page.setInputFiles("#region", { name: "example.wasm", mimeType: "application/wasm", buffer: compileRegion(join(SOURCE, "tests/web/region/policy.c"), join(WORK, "example.wasm")) });
  await page.click("text=核对过了，使用它");
  await page.waitForFunction(() => document.querySelectorAll(".regions > li").length === 6);
  await page.goBack();
  await page.waitForSelector("text=装了新的地区，之前的结果已不作数，请重新测算。");
  await page.waitForSelector("#table-1");
  await run(page);
  await done(page);
  assert.equal(await page.getByTestId("counts").textContent(), "4 家已评估，1 行被拒绝");
  await page.click("footer button");
  await page.click("main section button.secondary");
  await page.waitForSelector("#tables");
  assert.equal(await page.$("#table-0"), null);
  await page.context().close();
});

/* Names in English, so that Chinese is noticed where English should stand. */
const ENGLISH = "id,name,as_of,locations,annual_revenue,annual_rent,lease_years\n1,First firm,2023-06-30,310118,26000000,30万-50万,3\n2,Second firm,2023-06-30,330206;310118,≥300,,\n3,Third firm,2023-06-30,310118,x,,\n";

test("in every state, both languages and every width the page is accessible and fits", async () => {
  for (const [width, language] of [[1280, "zh-CN"], [390, "zh-CN"], [320, "en-US"]]) {
    const page = await openDesk({ width, language });
    const english = language === "en-US";
    const look = async (state) => {
      assert.deepEqual(await accessibilityFaults(page), [], `${state} at ${width} px`);
      assert.equal(await scrollsSideways(page), false, `${state} at ${width} px`);
      const body = await page.textContent("main");
      if (english) assert.equal(/[\u4e00-\u9fff]{5,}/.test(body.replace(/[^\s]*〔\d+〕[^\s]*|[^\s]*号/g, "")), false, `${state} in English: ${body.match(/[\u4e00-\u9fff]{5,}/)?.[0]}`);
      if (process.env.PICTURES !== undefined) await page.screenshot({ path: join(process.env.PICTURES, `desk-${width}-${state}.png`), fullPage: true });
    };
    await look("choosing");
    await run(page);
    await page.waitForSelector(".summary");
    await give(page, buffer("firms.csv", ENGLISH), buffer("sites.csv", "id,recognised\n1,1\n9,1\n"), buffer("x.xlsx", "PK\x03\x04"));
    await page.waitForSelector("#table-1");
    await page.fill("#envelope", "1000");
    await page.click(".drop summary");
    await look("chosen");
    await run(page);
    await done(page);
    await page.waitForSelector(".left");
    await look("result");
    await page.evaluate(() => document.querySelectorAll("details").forEach((part) => (part.open = true)));
    await look("result opened");
    await page.click("#firm-0");
    await page.waitForSelector(".place .dates");
    await look("firm");
    await page.click(".group .measures a");
    await page.waitForSelector(".tag");
    await look("measure of a firm");
    await page.context().close();
  }
});

test("large type, forced colours and paper leave everything readable", async () => {
  const page = await sampleResult();
  await page.evaluate(() => (document.documentElement.style.fontSize = "200%"));
  assert.equal(await scrollsSideways(page), false);
  await page.evaluate(() => (document.documentElement.style.fontSize = ""));
  await page.emulateMedia({ forcedColors: "active" });
  assert.deepEqual(await accessibilityFaults(page), []);
  const seen = await page.$eval(".key.certain", (key) => [getComputedStyle(key).backgroundColor, getComputedStyle(document.body).backgroundColor]);
  assert.notEqual(seen[0], seen[1]);
  await page.emulateMedia({ forcedColors: "none", media: "print" });
  for (const hidden of ["header", ".screen", ".backwards", "main .buttons"]) assert.equal(await page.isVisible(hidden), false, hidden);
  const paper = join(WORK, "desk.pdf");
  await page.pdf({ path: paper });
  const text = execFileSync("pdftotext", ["-layout", paper, "-"], { encoding: "utf8" });
  for (const part of ["批量测算结果", "以主管部门审核为准", "上海市青浦区：3 家", "租金补贴", "被拒绝的行", "J6", "海曙桥人力资源（示例）"]) assert.ok(text.includes(part), part);
  await page.context().close();
});
