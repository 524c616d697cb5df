/* The officer's tables and budget in JavaScript: everything that `huisuan batch` prints of a table, made once more of what the engine gives in
   Node and in a worker; what is refused, and that nothing of a batch is kept. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test, { after } from "node:test";

import { BUILD, REGIONS, SOURCE, loadAll, refusal, region, startWorker } from "./support.mjs";

const work = mkdtempSync(join(tmpdir(), "huisuan-"));
after(() => rmSync(work, { recursive: true, force: true }));
const engine = await loadAll();
const worker = startWorker({ timeLimit: 60_000 });
for (const id of REGIONS) await worker.addPolicy(region(id));
after(() => worker.close());

const sample = (name) => readFileSync(join(SOURCE, "tests/samples", name));
const utf8 = (text) => new TextEncoder().encode(text);
const bytes = (...parts) => Buffer.concat(parts.map((part) => (typeof part === "string" ? utf8(part) : Uint8Array.from(part))));
const gb = (text) => spawnSync("iconv", ["-f", "UTF-8", "-t", "GB18030"], { input: text, maxBuffer: 1 << 28 }).stdout;

/* ---- The program and the engine side by side ------------------------------------------------------------------------------------------- */

/* What the program says of tables that stand in files. */
function program(tables, ...options) {
  writeFileSync(join(work, "firms.csv"), tables.applicants);
  const lists = Object.entries(tables.lists ?? {}).flatMap(([fact, list]) => (writeFileSync(join(work, `${fact}.csv`), list), ["--list", `${fact}=${fact}.csv`]));
  const encoding = tables.encoding === undefined ? [] : ["--encoding", tables.encoding];
  const parameters = ["batch", "firms.csv", ...lists, ...encoding, ...options, "--lang", "zh", "--plugins", join(BUILD, "plugins")];
  const { status, stdout, stderr } = spawnSync(join(BUILD, "huisuan"), parameters, { cwd: work, encoding: "utf8", maxBuffer: 1 << 29 });
  return { status, stdout, stderr };
}

/* The whole batch, `count` rows at a time, by an engine or a worker. */
async function batch(host, tables, options, count = 7) {
  const { size, refused } = await host.openBatch(tables, options);
  const rows = [];
  for (let read = 0; ; ) {
    const step = await host.stepBatch(count);
    assert.ok(step.rows.length === count || step.done, "a step is as long as asked for");
    assert.ok(step.read >= read && step.read <= size);
    read = step.read;
    rows.push(...step.rows);
    if (!step.done) continue;
    assert.equal(read, size);
    return { rows, refused, left: step.left };
  }
}

const cell = (text) => {
  const safe = (/^[=+\-@\t\r]/.test(text) ? "'" : "") + text.replaceAll('"', '""');
  return /[",\r\n]/.test(text) ? `"${safe}"` : safe;
};
const yuan = (value) => (value === null ? "未定" : Number.isInteger(value) ? String(value) : value.toFixed(2));
const STATUS = { eligible: "符合", undetermined: "待定", ineligible: "不符合" };

/* What the command line says to do about it: each host says this itself. */
const CURES = { encoding: () => "；如果表格由中文版 Excel 另存，请加 --encoding gb18030", headings: () => "。全部列名可用 huisuan facts 查看", table: (list) => `：请用 --list ${list}=FILE 给出` };
const cureOf = ({ path, cure }) => CURES[cure]?.(path?.split(".").at(-1)) ?? "";

/* The table that `--format csv` prints. */
function tableOf({ rows }) {
  const known = new Map(engine.policies().flatMap((policy) => policy.measures.map((measure) => [measure.id, { policy, ...measure }])));
  const places = new Map(engine.policies().map(({ adcode, name }) => [adcode, name.zh]));
  const line = (...cells) => `${cells.map((text) => cell(String(text))).join(",")}\r\n`;
  const lines = rows.flatMap(({ line: at, id, name, error, places: found }) => {
    if (error !== null) return [line(at, id ?? "", name ?? "", "", "", "", "", "", "", "被拒绝", "", "", "", "", error.message.zh + cureOf(error))];
    return found.flatMap(({ adcode, measures }) =>
      measures.map(({ id: measure, status, in_force, amount, unstated, ends }) => {
        const { policy, clause, title } = known.get(measure);
        const said = in_force === "no" ? "政策不在有效期" : STATUS[status];
        return line(
          at, id ?? "", name ?? "", adcode, places.get(adcode) ?? "", policy.id, measure, clause, title.zh, said,
          amount === null ? "" : yuan(amount.low), amount === null ? "" : yuan(amount.high), ends?.low?.zh ?? "", ends?.high?.zh ?? "", unstated ? "文件未载金额" : "",
        );
      }),
    );
  });
  return `\uFEFF行,编号,名称,行政区划代码,地点,政策,措施,条款,标题,结论,下限（元）,上限（元）,下限由谁定,上限由谁定,说明\r\n${lines.join("")}`;
}

/* What the program says on standard error. */
function complaintsOf({ rows, refused, left }) {
  const say = (file, { line, column, path, message, cure }) => `huisuan: ${file}.csv:${line}:${column}: ${path === null ? "" : `${path}: `}${message.zh}${cureOf({ path, cure })}\n`;
  const bad = rows.filter((row) => row.error !== null);
  const lines = [
    ...refused.map(({ fact, error }) => say(fact, error)),
    ...bad.map(({ error }) => say("firms", error)),
    ...left.map(({ fact, id, line }) => say(fact, { line, column: 1, path: null, message: { zh: `没有编号为“${id}”的申请主体` } })),
  ];
  if (bad.length + left.length > 0) lines.push(`huisuan: ${rows.length - bad.length} 行已评估，${bad.length} 行被拒绝\n`);
  return lines.join("");
}

/* Sums over the rows as hs_budget_add makes them. */
function sumsOf({ rows }) {
  const sums = {};
  const add = (sum, { low, high }) => ({ low: sum.low + Math.round(low * 100), high: sum.high === null || high === null ? null : sum.high + Math.round(high * 100) });
  for (const { places } of rows)
    for (const { adcode, measures } of places)
      for (const { id, status, in_force, year } of measures) {
        const sum = ((sums[adcode] ??= {})[id] ??= year === null ? null : { low: 0, high: 0 });
        if (status !== "ineligible" && in_force !== "no" && year !== null) sums[adcode][id] = add(sum, year);
      }
  return sums;
}

/* Every figure of the batch against the program's, and against each other. */
async function agree(host, tables, { options = {}, flags = [], count } = {}) {
  const found = await batch(host, tables, options, count);
  const wanted = program(tables, "--format", "csv", ...flags);
  assert.equal(tableOf(found), wanted.stdout);
  assert.equal(complaintsOf(found), wanted.stderr);
  for (const envelope of [undefined, 500_000, "20000000"]) {
    const { stdout } = program(tables, "--summary", "--format", "json", ...(envelope === undefined ? [] : ["--envelope", String(envelope)]), ...flags);
    assert.deepEqual(await host.budget(envelope), JSON.parse(stdout));
  }
  const fen = (year) => year && { low: Math.round(year.low * 100), high: year.high === null ? null : Math.round(year.high * 100) };
  const { places } = await host.budget();
  assert.deepEqual(Object.fromEntries(places.map(({ adcode, measures }) => [adcode, Object.fromEntries(measures.map(({ id, year }) => [id, fen(year)]))])), sumsOf(found));
  return found;
}

/* ---- Applicants drawn ------------------------------------------------------------------------------------------------------------------ */

/* mulberry32 */
function dice(seed) {
  const next = () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  const upTo = (limit) => Math.floor(next() * limit);
  return { upTo, of: (items) => items[upTo(items.length)] };
}

const HEADINGS = "编号,名称,评估日期,所在地,申请主体类型（可多选）,在评估地依法注册,税管地在评估地,具有独立法人资格,财务制度健全并独立核算,年营业收入（万元）,年租金,annual_rent@330206,租赁期限（年）,租赁的办公用房自用,overseas_sites,#备注";

/* Some twelfth of them has a cell that is refused, a row that is cut off, records that do not add up or a quotation mark astray. */
function drawn(count, seed) {
  const { upTo, of } = dice(seed);
  const truth = () => of(["是", "否", "不清楚", "", "true", "1"]);
  const rows = [], sites = [];
  for (let i = 0; i < count; i++) {
    const trouble = upTo(12) === 0 ? upTo(6) : -1;
    const records = upTo(5) === 0 ? 1 + upTo(3) : 0;
    for (let k = 0; k < records; k++) sites.push([`F${i}`, of(["16万", "300000", "100万-200万", "", "12345.67"]), truth(), truth()].join(","));
    const stated = trouble === 0 ? records + 1 : of(["", records]);
    const name = of([`公司${i}`, `"人力资源（${i}）\n分公司"`, `"名, ""${i}"""`, "", `=龘€${i}`]);
    const cells = [
      upTo(50) === 0 ? "" : `F${i}`, name, of(["2023-06-30", "2023/6/30", "2023年6月30日", "2031-01-01", "2020-02-29"]),
      of(["310118", "上海市青浦区", "330206", "150200", "310118；330206", "110105", ""]), of(["人力资源服务机构", "hr_agency", "人力资源服务机构、其他用人企业", "产业园建设或运营主体", "无", ""]),
      truth(), truth(), truth(), truth(), trouble === 1 ? "1.23E+08" : of(["", "2600", "3000-5000", "１８００", String(upTo(90000)), `${upTo(900)}.5`]),
      trouble === 2 ? "约300" : of(["", '"420,000"', "30万-50万", "≥300", "85万元", String(upTo(10 ** 6))]), of(["", "", "12万"]), trouble === 3 ? "三" : of(["", "3", "5年", "0"]), truth(), stated, "不读",
    ];
    rows.push(trouble === 4 ? cells.slice(0, -1).join(",") : trouble === 5 ? `${cells.join(",")}"` : cells.join(","));
  }
  return { applicants: `${HEADINGS}\n${rows.join("\n")}\n`, sites: `编号,build_cost,recognised,has_export_business\n${sites.join("\n")}\nF3,很多,是,是\nZ9,1万,是,是\n` };
}

/* ---- Figures --------------------------------------------------------------------------------------------------------------------------- */

test("the sample gives what the program prints, in Node and through the worker, however many rows a step has", async () => {
  const tables = { applicants: sample("firms.csv"), lists: { overseas_sites: sample("sites.csv") } };
  for (const [host, count] of [[engine, 1], [engine, 3], [engine, 1000], [worker, 2]]) {
    const { rows } = await agree(host, tables, { count });
    assert.deepEqual(rows.map(({ line, number, id, name }) => [line, number, id, name]), [
      [2, 2, "A01", "海曙桥人力资源（示例）"], [3, 3, "A02", "清溪人才（示例）"], [4, 4, "A03", "远帆外包（示例）"], [5, 5, "A04", "明州产业园（示例）\n运营公司"], [7, 6, "A05", "科学记数（示例）"],
    ]);
    assert.deepEqual(rows.map(({ places }) => places.map(({ adcode }) => adcode)), [["310118"], ["310118"], ["310118", "330206"], ["330206"], []]);
    assert.deepEqual(rows[0].places[0].measures[0].amount, { low: 0, high: 378000 });
    assert.deepEqual(rows[0].places[0].measures[0].year, { low: 0, high: 126000 });
    assert.deepEqual([rows[4].document, rows[4].error.line, rows[4].error.column, rows[4].error.path], [null, 7, 89, "facts.annual_revenue"]);
  }
});

test("2,500 drawn applicants with lists and refused rows give what the program prints, in UTF-8 and in GB18030", async () => {
  const { applicants, sites } = drawn(2500, 7);
  const plain = { applicants: utf8(`\uFEFF${applicants}`), lists: { overseas_sites: utf8(sites) } };
  const found = await agree(engine, plain, { count: 150 });
  assert.equal(found.rows.length, 2500);
  const refused = found.rows.filter(({ error }) => error !== null).length;
  assert.ok(refused > 150 && refused < 400, `${refused} refused`);
  assert.deepEqual([found.refused.length, found.refused[0].fact, found.left.at(-1).id], [1, "overseas_sites", "Z9"]);
  const coded = { applicants: gb(applicants), lists: { overseas_sites: gb(sites) } };
  assert.ok(coded.applicants.length < plain.applicants.length);
  const withoutColumns = ({ rows }) => rows.map(({ error, ...row }) => ({ ...row, error: error && { ...error, column: 0 } }));
  assert.deepEqual(withoutColumns(await agree(worker, coded, { count: 200 })), withoutColumns(found));
});

test("each document, assessed by itself, gives the figures of its row", async () => {
  const { applicants, sites } = drawn(120, 11);
  const { rows } = await batch(engine, { applicants: utf8(applicants), lists: { overseas_sites: utf8(sites) } });
  for (const { document, places } of rows.filter((row) => row.document !== null)) {
    const wanted = engine.assess(document).places.map(({ adcode, total, total_all_years, certain, people, loans, policies }) => ({
      adcode, total, total_all_years, certain, people, loans,
      measures: policies.flatMap(({ in_force, measures }) => measures.map(({ id, status, schedule, amount, ends }) => ({ id, status, in_force, year: amount && (schedule[0] ?? { low: 0, high: 0 }), amount, ends }))),
    }));
    assert.deepEqual(places.map((place) => ({ ...place, measures: place.measures.map(({ unstated, ...measure }) => measure) })), wanted);
  }
});

test("options are those of an assessment", async () => {
  const applicants = utf8("id,annual_rent\nA,300000\n");
  const tables = { applicants };
  await agree(engine, tables, { options: { as_of: "2023-06-30", locations: ["310118", "330206"] }, flags: ["--as-of", "2023-06-30", "--location", "310118", "--location", "330206"] });
  const { rows } = await agree(engine, tables, { options: { as_of: "2023-06-30", locations: ["150200"], brief: true }, flags: ["--as-of", "2023-06-30", "--location", "150200", "--brief"] });
  assert.deepEqual(new Set(rows[0].places[0].measures.map(({ ends }) => ends)), new Set([null]));
  assert.equal(refusal(() => engine.openBatch(tables, { as_of: "June" })).path, "options.as_of");
  assert.equal(refusal(() => engine.openBatch(tables, { date: "2023-06-30" })).code, "USAGE");
  await assert.rejects(worker.openBatch(tables, { locations: [] }), { code: "USAGE", path: "options.locations" });
});

/* ---- Encodings ------------------------------------------------------------------------------------------------------------------------- */

test("what was already paid is a table too, and its rows are nobody's applicants", async () => {
  const applicants = bytes("id,as_of,locations,annual_rent\nA,2023-06-30,310118,420000\nB,2023-06-30,310118,1\nC,2023-06-30,310118,2\n");
  const received = bytes("编号,措施,已领年数,事项,已领金额\nA,qingpu.rent,2,,\nA,,,listing,1.5\nB,qingpu.rent,约1,,\nZ,qingpu.rent,1,,\n");
  const { rows, refused, left } = await agree(engine, { applicants, lists: { received } });
  assert.deepEqual(rows.map(({ id, error }) => [id, error === null]), [["A", true], ["B", false], ["C", true]]);
  assert.deepEqual(JSON.parse(rows[0].document).received, [{ measure: "qingpu.rent", years: 2 }, { matter: "listing", amount: 1.5 }]);
  assert.deepEqual(refused.map(({ fact, number, id, error }) => [fact, number, id, error.path]), [["received", 4, "B", "received.years"]]);
  assert.deepEqual(left, [{ fact: "received", id: "Z", line: 5 }]);
});

test("bytes that are no character are refused where the program refuses them", async () => {
  const head = gb("编号,名称,评估日期,所在地\n");
  const broken = [
    [0xff], [0x80], [0x81], [0xfe], [0x81, 0x7f], [0xb0, 0xff], [0x81, 0x30], [0x81, 0x30, 0x81], [0x81, 0x30, 0x81, 0x2c], [0x81, 0x30, 0xff, 0x30],
    [0x90, 0x30, 0x80, 0x30], [0xe3, 0x32, 0x9a, 0x36], [0xfe, 0x39, 0xfe, 0x39], [0x84, 0x31, 0xa5, 0x30, 0x41],
  ];
  const rows = broken.flatMap((bad, i) => [
    bytes(`F${i},`, gb("公司"), bad, gb("甲"), ",2023-06-30,310118\n"), bytes(`G${i},`, bad, ",2023-06-30,310118\n"), bytes(`H${i},`, gb("好"), ",2023-06-30,310118\n"),
  ]);
  const tables = { applicants: bytes(head, ...rows, "Z,", [0xb0]), encoding: "gb18030" };
  const { rows: found } = await agree(engine, tables);
  assert.deepEqual(found.filter(({ error }) => error === null).map(({ id }) => id), broken.map((_, i) => `H${i}`));
  assert.deepEqual(found.filter(({ error }) => error !== null && !/GB18030|行有|引号/.test(error.message.zh)), []);
  await agree(worker, { applicants: bytes("id,name\n", "A,公司", [0xff], "\n", "B,公司\n", "C,", [0xed, 0xa0, 0x80], "\n"), encoding: "utf-8" }, { options: { as_of: "2023-06-30" }, flags: ["--as-of", "2023-06-30"] });
});

test("the encoding is what the first 64 KiB of each table look like, or what is said", async () => {
  const options = { as_of: "2023-06-30", locations: ["310118"] }, flags = ["--as-of", "2023-06-30", "--location", "310118"];
  const long = (length) => `id,name\n${`A,${"x".repeat(997)}\n`.repeat(100)}`.slice(0, length);
  const at = 64 * 1024;
  const tables = [
    { applicants: bytes(long(at - 10), "\nB,", gb("公司"), "\nC,y\n") }, /* before the end of the 64 KiB */
    { applicants: bytes(long(at - 2), "\nB,", gb("公司"), "\nC,y\n") }, /* behind it: then UTF-8, and refused */
    { applicants: bytes(long(at - 4), "\nB,公司\nC,y\n") }, /* cut within a character */
    { applicants: bytes("id,name\nA,", [0xe0, 0x80, 0x80], "\n") }, /* looks like UTF-8 and is none */
    { applicants: gb("编号,名称\nA,公司\n"), encoding: "gb18030" },
    { applicants: bytes("id,name\nA,ok\n"), encoding: "gb18030" },
    { applicants: bytes("id,name,overseas_sites\nA,公司,1\n"), lists: { overseas_sites: gb("编号,build_cost\nA,16万\n") } },
  ];
  const refusedRows = [];
  for (const table of tables) refusedRows.push((await agree(engine, table, { options, flags, count: 50 })).rows.filter(({ error }) => error !== null).length);
  assert.deepEqual(refusedRows, [0, 1, 0, 1, 0, 0, 0]);
  const misread = program({ applicants: gb("编号,名称\n"), encoding: "utf-8" });
  const { messages, cure } = refusal(() => engine.openBatch({ applicants: gb("编号,名称\n"), encoding: "utf-8" }));
  assert.equal(misread.stderr, `huisuan: firms.csv:1:1: ${messages.zh}${CURES[cure]()}\n`);
  assert.equal(refusal(() => engine.openBatch({ applicants: utf8("id\n"), encoding: "latin1" })).messages.en, "encoding is utf-8 or gb18030");
});

/* ---- Refusals -------------------------------------------------------------------------------------------------------------------------- */

test("headings and tables of lists that are refused are named", async () => {
  const refused = (applicants, lists) => {
    const { code, path, line, column } = refusal(() => engine.openBatch({ applicants: utf8(applicants), lists }));
    return [code, path, line, column];
  };
  const list = (text) => ({ overseas_sites: utf8(text) });
  assert.deepEqual(refused("id,anual_rent\n"), ["INPUT", null, 1, 4]);
  assert.deepEqual(refused("id,年租金,annual_rent\n"), ["INPUT", null, 1, 14]);
  assert.deepEqual(refused('id,"annual_rent\nA,1\n'), ["INPUT", null, 1, 4]);
  assert.deepEqual(refused("id\n", list("id,rent\n")), ["INPUT", "overseas_sites", 1, 4]);
  assert.deepEqual(refused("id\n", list("build_cost\n1\n")), ["INPUT", "overseas_sites", 1, 1]);
  assert.deepEqual(refused("id\n", list("id,build_cost\nA,1\n,2\n")), ["INPUT", "overseas_sites.id", 3, 1]);
  assert.deepEqual(refused("name\n", list("id,build_cost\nA,1\n")), ["INPUT", null, 1, 1]);
  assert.deepEqual(refused("id\n", { annual_rent: utf8("id\n") }), ["USAGE", "annual_rent", null, null]);
  for (const applicants of [undefined, null, "id\nA\n", 7]) assert.equal(refusal(() => engine.openBatch({ applicants })).code, "USAGE");
  await assert.rejects(worker.openBatch({ applicants: utf8("id,anual_rent\n") }), { code: "INPUT", line: 1, column: 4 });
  for (const tables of [undefined, null, {}, { applicants: "id" }]) await assert.rejects(worker.openBatch(tables), { code: "USAGE" });
  assert.equal(engine.openBatch({ applicants: utf8("id\n"), lists: null }).size, 3);
  await worker.openBatch({ applicants: utf8("id\nA\n") }, { as_of: "2023-06-30" });
  for (const count of [undefined, null, 0, 1n, () => 1]) await assert.rejects(worker.stepBatch(count), { code: "USAGE" });
  for (const envelope of [null, -1, 1n, () => 1]) await assert.rejects(worker.budget(envelope), { code: "USAGE" });
  assert.deepEqual([(await worker.stepBatch(1)).rows.length, (await worker.budget(undefined)).envelope], [1, undefined]);
});

test("a table without rows is an empty batch", async () => {
  for (const text of ["", "\uFEFF", "\n\n", "id,name\n", "id,name"]) {
    const found = await batch(engine, { applicants: utf8(text) });
    assert.deepEqual(found, { rows: [], refused: [], left: [] });
    assert.deepEqual(engine.budget(), { contract: 1, engine: "0.1.0", places: [] });
    assert.deepEqual(engine.stepBatch(3), { rows: [], read: utf8(text).length, done: true, left: [] });
  }
});

test("one batch at a time, until it is closed, replaced, or a region is added", async () => {
  const tables = { applicants: sample("firms.csv"), lists: { overseas_sites: sample("sites.csv") } };
  const none = { name: "HuisuanError", code: "USAGE", path: null, message: "没有打开的批量评估：先用 openBatch 打开 / no batch is open: begin with openBatch" };
  const gone = (host) => {
    assert.throws(() => host.stepBatch(1), none);
    assert.throws(() => host.budget(), none);
  };
  const fresh = await loadAll();
  gone(fresh);
  fresh.openBatch(tables);
  fresh.stepBatch(2);
  assert.deepEqual(fresh.budget().places.map(({ adcode, applicants }) => [adcode, applicants]), [["310118", 2]]);
  assert.equal(refusal(() => fresh.budget("much")).path, "options.envelope");
  assert.equal(refusal(() => fresh.budget(-1)).path, "options.envelope");
  assert.equal(refusal(() => fresh.budget("0.001")).path, "options.envelope");
  assert.equal(fresh.budget("1234.56").envelope, 1234.56);
  for (const count of [0, -1, 1.5, NaN, Infinity, "3", undefined]) assert.equal(refusal(() => fresh.stepBatch(count)).code, "USAGE");
  fresh.assess('{"as_of": "2023-06-30", "facts": {}}'); /* an assessment between two steps changes nothing */
  assert.deepEqual(fresh.stepBatch(1).rows.map(({ id }) => id), ["A03"]);
  fresh.openBatch(tables);
  assert.deepEqual(fresh.budget().places, []);
  assert.deepEqual(fresh.stepBatch(1).rows.map(({ id }) => id), ["A01"]);
  fresh.closeBatch();
  fresh.closeBatch();
  gone(fresh);
  fresh.openBatch(tables);
  assert.equal(refusal(() => fresh.openBatch({ applicants: utf8("id,what\n") })).code, "INPUT");
  gone(fresh);
  fresh.openBatch(tables);
  assert.equal(refusal(() => fresh.addPolicy(region("qingpu"))).code, "PLUGIN");
  gone(fresh);
  fresh.close();
  for (const call of [() => fresh.openBatch(tables), () => fresh.stepBatch(1), () => fresh.budget(), () => fresh.closeBatch()]) assert.equal(refusal(call).code, "CLOSED");
});

test("in a worker a batch is closed and opened again, and what was handed over may change", async () => {
  const applicants = Uint8Array.from(sample("firms.csv")), sites = Uint8Array.from(sample("sites.csv"));
  const opened = worker.openBatch({ applicants, lists: { overseas_sites: sites } });
  applicants.fill(0);
  sites.fill(0);
  assert.deepEqual(await opened, { size: 993, refused: [] });
  assert.deepEqual((await worker.stepBatch(2)).rows.map(({ id }) => id), ["A01", "A02"]);
  assert.equal(await worker.closeBatch(), undefined);
  await assert.rejects(worker.stepBatch(1), { code: "USAGE" });
  await assert.rejects(worker.budget(), { code: "USAGE" });
  assert.deepEqual(await worker.openBatch({ applicants: utf8("id\nB\n") }, { as_of: "2023-06-30" }), { size: 5, refused: [] });
  assert.deepEqual((await worker.stepBatch(2)).rows.map(({ id }) => id), ["B"]);
});

test("a step that fails ends the batch: sums beyond what can be counted, places that are none", async () => {
  const rows = Array.from({ length: 2000 }, (_, i) => `F${i},2023-06-30,330206,1000000000\n`).join("");
  const tables = { applicants: utf8(`id,as_of,locations,referred_leading_agencies\n${rows}`) };
  const { stderr, status } = program(tables, "--summary");
  engine.openBatch(tables);
  const { code, path, messages } = refusal(() => engine.stepBatch(2000));
  assert.deepEqual([status, stderr], [3, `huisuan: firms.csv: ${path}: ${messages.zh}\n`]);
  assert.deepEqual([code, path, messages.en], ["INPUT", "330206", "a sum is beyond what can be counted"]);
  assert.equal(refusal(() => engine.budget()).code, "USAGE");
  await worker.openBatch({ applicants: utf8("id\nA\n") }, { locations: ["123"] });
  await assert.rejects(worker.stepBatch(1), { code: "USAGE", path: "location", line: null });
  await assert.rejects(worker.stepBatch(1), /no batch is open/);
});

/* ---- Memory ---------------------------------------------------------------------------------------------------------------------------- */

test("memory is the same after 10,000 rows as after 1,000", async () => {
  const { applicants } = drawn(10_000, 3);
  const fresh = await loadAll();
  fresh.openBatch({ applicants: utf8(applicants) }, { locations: ["310118"], brief: true });
  let level = 0, rows = 0;
  for (let step; !step?.done; ) {
    step = fresh.stepBatch(1000);
    rows += step.rows.length;
    level ||= fresh.memory;
    assert.equal(fresh.memory, level);
  }
  assert.equal(rows, 10_000);
});
