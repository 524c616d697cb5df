/* The JSON Schema of `facts --template schema` against the reader: the same documents, judged by ajv with its defaults and by the program. */
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";

import Ajv2020 from "ajv/dist/2020.js";

const { BUILD, SOURCE } = process.env;
const program = join(BUILD, "huisuan"), plugins = ["--plugins", join(BUILD, "plugins")];
const native = (...parameters) => execFileSync(program, [...parameters, ...plugins], { encoding: "utf8", maxBuffer: 1 << 28 });

const ajv = new Ajv2020({ strict: true });
const schema = JSON.parse(native("facts", "--template", "schema"));
const accepts = ajv.compile(schema);
const facts = JSON.parse(native("facts", "--format", "json")).facts;

/* Which of the documents, JSON texts on one line each, the program takes; with the messages of those that it refuses. */
function gate(texts) {
  const run = spawnSync(program, ["batch", "-", "--input", "jsonl", "--brief", "--as-of", "2024-01-01", "--location", "310118", ...plugins],
    { input: texts.join("\n") + "\n", encoding: "utf8", maxBuffer: 1 << 30 });
  const lines = run.stdout.trimEnd().split("\n").map((line) => JSON.parse(line));
  assert.equal(lines.length, texts.length);
  return lines.map((line) => (line.error === undefined ? null : `${line.error.path}: ${line.error.message.en}`));
}

const valid = (text) => accepts(JSON.parse(text));
const document = (parts) => JSON.stringify({ facts: {}, ...parts });
const of = (fact, value) => `{"facts":{"${fact}":${value}}}`;

/* ---- What both accept ------------------------------------------------------------------------------------------------------------- */

test("the applicants of all cases", () => {
  const regions = readdirSync(join(SOURCE, "plugins")).filter((name) => name !== "template" && !/\./.test(name));
  const files = ["tests/cases/public.jsonl", ...regions.map((id) => `plugins/${id}/cases/${id}.jsonl`)];
  const texts = files.flatMap((file) => readFileSync(join(SOURCE, file), "utf8").split("\n").filter((line) => line.trim() !== ""))
    .map((line) => JSON.stringify(JSON.parse(line).applicant));
  texts.push(readFileSync(join(SOURCE, "tests/samples/firm.json"), "utf8").replaceAll("\n", " "));
  assert.ok(texts.length > 500, `${texts.length} applicants`);
  const refused = gate(texts);
  texts.forEach((text, i) => {
    assert.equal(refused[i], null, text);
    assert.ok(valid(text), `${text}\n${ajv.errorsText(accepts.errors)}`);
  });
});

test("the blank document", () => {
  const blank = native("facts", "--template", "json", "--location", "330206,310118", "--as-of", "2024-02-29");
  assert.ok(valid(blank), ajv.errorsText(accepts.errors));
  assert.deepEqual(gate([blank.replaceAll("\n", "")]), [null]);
  const order = Object.keys(JSON.parse(native("facts", "--template", "json")).facts);
  assert.deepEqual(order, facts.map((fact) => fact.id));
  assert.ok(Object.values(JSON.parse(blank).facts).every((value) => value === null));
});

const good = [
  ...["0", "-0", "0.0", "19.99", "1e3", "1.5e2", "1.10", "100e-2", "70368744177663.99", '"0"', '"-0"', '"-0.00"', '"19.9"', '"0.07"',
    '"70368744177664"', '"9999999999999999.99"', '"92233720368547757.99"', '"92233720368547758"', '"92233720368547758.06"', "null",
    '{"min":1}', '{"max":"2.50"}', '{"min":"1","max":2}', '{"min":0,"max":0}'].map((value) => of("annual_rent", value)),
  ...["0", "3", "3.0", "3e0", "70368744177663", "null", '{"min":1,"max":4}'].map((value) => of("lease_years", value)),
  ...["true", "false", "null"].map((value) => of("in_park", value)),
  ...["[]", '["employer"]', '["employer","individual"]', "null"].map((value) => of("applicant_kinds", value)),
  ...["null", "[]", "[{}]", '[{"audited":null,"build_cost":{"min":1}}]', '[{"build_cost":"1.5","newly_established":true}]']
    .map((value) => of("overseas_sites", value)),
  ...['"80.01"', "null"].map((value) => of(facts.find((fact) => fact.type === "money").id, value)),
  document({ name: null }), document({ name: "" }), document({ name: "惠".repeat(1365) }), document({ name: "a".repeat(4096) }),
  ...["1949-01-01", "2023-06-30", "2024-02-29", "2000-02-29", "2400-02-29", "9999-12-31", "1952-02-29"].map((day) => document({ as_of: day })),
  document({ locations: ["330206"] }), document({ locations: ["330206", "999999"] }),
  document({ facts_at: {} }), document({ facts_at: { 330206: {} } }), document({ facts_at: { 330206: { registered_locally: true } } }),
  document({ received: [] }), document({ received: [{ measure: "qingpu.rent", years: 30 }] }), document({ received: [{ years: 0, measure: "qingpu.rent" }] }),
  document({ evidence: { annual_rent: { state: "verified", note: "", value: { min: 1 } } } }), document({ evidence: { in_park: { state: "declared" } } }),
  document({ claims: { "qingpu.rent": "600000.5" } }), document({ findings: { "qingpu.rent": { reason: "", amount: 0 } } }),
];

test("what is right in every part", () => {
  const refused = gate(good);
  good.forEach((text, i) => {
    assert.equal(refused[i], null, text);
    assert.ok(valid(text), `${text}\n${ajv.errorsText(accepts.errors)}`);
  });
});

/* ---- What both refuse --------------------------------------------------------------------------------------------------------------- */

const bad = [
  "null", "[]", "3", '"facts"', "{}", '{"facts":null}', '{"facts":[]}', '{"facts":{},"fact":{}}', '{"facts":{},"annual_rent":1}',
  of("annual_rents", "1"), of("", "null"), of("overseas_sites.build_cost", "1"),
  ...["-1", "-0.01", "0.001", "1.005", "19.999", "12345678.125", "70368744177664", "1e14", "true", "[]", '""', '"-1"', '"1.005"', '"1.000"',
    '"1,000"', '"1."', '".5"', '"01"', '"1e3"', '" 1"', '"1 "', '"+1"', '"１"', '"3万"', '"92233720368547758.07"', '"92233720368547758.1"',
    '"92233720368547759"', '"99999999999999999"', '"100000000000000000"', '"9999999999999999999"', "{}", '{"min":null}', '{"min":1,"top":2}',
    '{"min":-1}', '{"low":1}', '{"max":"x"}', '{"min":{"min":1}}', '{"min":true}'].map((value) => of("annual_rent", value)),
  ...["-1", "1.5", '"3"', "70368744177664", "true", '{"min":1.5}', '{"min":"1"}', "{}", "0.01", "[3]"].map((value) => of("lease_years", value)),
  ...["0", "1", '"true"', '"是"', "[]", "{}"].map((value) => of("in_park", value)),
  ...['"employer"', '["employer","employer"]', '["none"]', "[1]", "[null]", "{}", "true", '[["employer"]]'].map((value) => of("applicant_kinds", value)),
  ...["{}", "3", '"x"', "[null]", "[[]]", "[3]", '[{"audit":true}]', '[{"audited":1}]', '[{"build_cost":-1}]', '[{"build_cost":0.001}]',
    '[{"audited":true},{"audited":"是"}]'].map((value) => of("overseas_sites", value)),
  document({ name: 3 }), document({ name: [] }), document({ name: "a\0b" }), document({ name: "a".repeat(4097) }),
  ...[null, 20230630, "", "2023-6-30", "2023/06/30", "2023-02-29", "2023-02-30", "2023-04-31", "1900-02-29", "2100-02-29", "2023-00-10",
    "2023-13-01", "2023-12-32", "1948-12-31", "0000-01-01", "2023-06-30 ", "2023-06-30T00:00", "10000-01-01", "２０２３-06-30"].map((day) => document({ as_of: day })),
  ...[null, "330206", [], [330206], [null], ["33020"], ["3302066"], ["033020"], ["33020a"], ["330206", "330206"], [""]].map((places) => document({ locations: places })),
  ...[null, [], { x: {} }, { 330206: null }, { 330206: [] }, { "033020": {} }, { 330206: { annual_rents: 1 } }, { 330206: { registered_locally: 1 } },
    { 330206: { listing_status: null } }].map((part) => document({ facts_at: part })),
  ...[null, {}, [null], [{}], [{ measure: "qingpu.rent" }], [{ years: 1 }], [{ measure: "qingpu.rents", years: 1 }], [{ measure: 1, years: 1 }],
    [{ measure: "qingpu.rent", years: 31 }], [{ measure: "qingpu.rent", years: -1 }], [{ measure: "qingpu.rent", years: 1.5 }],
    [{ measure: "qingpu.rent", years: "1" }], [{ measure: "qingpu.rent", years: null }], [{ measure: "qingpu.rent", years: 1, amount: 1 }],
    [{ measure: "qingpu.rent", amount: 1 }], [{ matter: "no such", amount: 1 }], [{ matter: "qingpu.rent", years: 1 }]].map((part) => document({ received: part })),
  ...[null, [], { annual_rents: { state: "declared" } }, { annual_rent: null }, { annual_rent: {} }, { annual_rent: { state: "true" } },
    { annual_rent: { state: null } }, { annual_rent: { note: "x" } }, { annual_rent: { state: "declared", note: null } },
    { annual_rent: { state: "declared", value: true } }, { annual_rent: { state: "declared", by: "x" } }].map((part) => document({ evidence: part })),
  ...[null, [], { rent: 1 }, { "qingpu.rent": null }, { "qingpu.rent": -1 }, { "qingpu.rent": { min: 1 } }, { "qingpu.rent": true }, { "qingpu.rent": 0.001 }]
    .map((part) => document({ claims: part })),
  ...[null, [], { rent: { amount: 1, reason: "" } }, { "qingpu.rent": 1 }, { "qingpu.rent": { amount: 1 } }, { "qingpu.rent": { reason: "" } },
    { "qingpu.rent": { amount: null, reason: "" } }, { "qingpu.rent": { amount: 1, reason: null } }, { "qingpu.rent": { amount: 1, reason: "", by: 1 } }]
    .map((part) => document({ findings: part })),
];

test("what is wrong in every part", () => {
  assert.ok(bad.length >= 60);
  const refused = gate(bad);
  bad.forEach((text, i) => {
    assert.notEqual(refused[i], null, text);
    assert.ok(!valid(text), text);
  });
});

/* ---- The limits --------------------------------------------------------------------------------------------------------------------- */

/* A small generator, the same in every run. */
function random(seed) {
  let state = seed;
  return (bound) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * bound);
  };
}

test("figures drawn near the limits", () => {
  const next = random(7), texts = [];
  const digits = (count) => Array.from({ length: count }, (_, i) => (i === 0 ? 1 + next(9) : next(10))).join("");
  const decimals = () => ["", `.${next(10)}`, `.${next(10)}${next(10)}`, `.${next(10)}${next(10)}${1 + next(9)}`][next(4)];
  for (let i = 0; i < 6000; i++) {
    texts.push(of("annual_rent", `${digits(1 + next(11))}${decimals()}`)); /* a third decimal is seen up to there */
    texts.push(of("annual_rent", `"${digits(15 + next(4))}${decimals()}"`));
    texts.push(of("annual_rent", `"9223372036854775${next(10)}${next(10)}${decimals()}"`.replace("75", "75")));
    texts.push(of("annual_rent", `7036874417766${next(10)}.${next(10)}${next(10)}`));
    texts.push(of("lease_years", `7036874417766${next(10)}`));
    texts.push(document({ as_of: `${1940 + next(200)}-${String(next(14)).padStart(2, "0")}-${String(27 + next(6)).padStart(2, "0")}` }));
  }
  const refused = gate(texts);
  texts.forEach((text, i) => assert.equal(valid(text), refused[i] === null, `${text} ${refused[i]}`));
});

test("every day from 1949 to 2120, and days that there are not", () => {
  const texts = [];
  for (let year = 1947; year < 2120; year++)
    for (let month = 1; month <= 12; month++)
      for (const day of ["28", "29", "30", "31"]) texts.push(document({ as_of: `${year}-${String(month).padStart(2, "0")}-${day}` }));
  const refused = gate(texts);
  texts.forEach((text, i) => assert.equal(valid(text), refused[i] === null, text));
});

test("each amount of up to ten million yuan by tens of fen, and two million beyond", () => {
  const decimal = ajv.compile({ ...schema.$defs.decimal });
  const next = random(11);
  for (let fen = 0; fen < 1_000_000_000; fen += 1 + next(600)) assert.ok(decimal(fen / 100), `${fen} fen`);
  for (let i = 0; i < 2_000_000; i++) {
    const fen = Math.floor(2 ** (30 + next(22)) * (1 + next(1 << 30) / 2 ** 30));
    assert.ok(decimal(fen / 100), `${fen} fen`);
  }
  for (let i = 0; i < 500_000; i++) {
    const thousandths = 10 * next(1e12) + 1 + next(9);
    assert.ok(!decimal(thousandths / 1000), `${thousandths} thousandths`);
  }
});

test("as many entries as there may be, and one more", () => {
  const list = (count) => of("overseas_sites", `[${Array(count).fill("{}").join(",")}]`);
  const places = (count, from) => document({ facts_at: Object.fromEntries(Array.from({ length: count }, (_, i) => [String(100000 + from + i), {}])) });
  const received = (count) => document({ received: Array(count).fill({ measure: "qingpu.rent", years: 1 }) });
  const located = (count) => document({ locations: Array.from({ length: count }, (_, i) => String(100000 + i)) });
  const texts = [list(10000), list(10001), places(512, 0), places(513, 0), received(10000), received(10001), located(10000), located(10001)];
  const refused = gate(texts);
  texts.forEach((text, i) => {
    assert.equal(refused[i] === null, i % 2 === 0, `${i}: ${refused[i]}`);
    assert.equal(valid(text), i % 2 === 0, `${i}`);
  });
});

/* ---- What a schema cannot say: the program alone refuses these (tests/README.md lists them) --------------------------------------------- */

const beyond = {
  "min above max": of("annual_rent", '{"min":2,"max":1}'),
  "a key twice": '{"facts":{"annual_rent":1,"annual_rent":1}}',
  "more than 4096 bytes of fewer characters": document({ name: "惠".repeat(1366) }),
  "half a surrogate pair": '{"name":"\\ud800","facts":{}}',
  "a number of more than 32 characters": of("annual_rent", `1.${"0".repeat(31)}`),
  "a third decimal that floating point does not hold": of("annual_rent", "1000000000000.001"),
  "a decimal so small that floating point makes it zero": of("annual_rent", "1e-400"),
  "a count that floating point rounds": of("lease_years", "3.0000000000000000001"),
  "a document of more than 1 MiB": document({ name: "x" }) + " ".repeat(1 << 20),
};

test("what only the program refuses", () => {
  const refused = gate(Object.values(beyond));
  Object.entries(beyond).forEach(([what, text], i) => {
    assert.notEqual(refused[i], null, what);
    assert.ok(valid(text), what);
  });
});

/* ---- What the schema tells people ------------------------------------------------------------------------------------------------------ */

test("titles and descriptions in both languages", () => {
  for (const fact of facts) {
    const of = schema.properties.facts.properties[fact.id];
    assert.equal(of.title, `${fact.label.zh} / ${fact.label.en}`);
    for (const part of [fact.hint, fact.unit, fact.evidence])
      if (part) assert.ok(of.description.includes(part.zh) && of.description.includes(part.en), fact.id);
  }
});

test("a place's schema knows its facts and measures only", () => {
  const only = JSON.parse(native("facts", "--template", "schema", "--location", "310118"));
  assert.ok(Object.keys(only.properties.facts.properties).length < facts.length);
  assert.ok(only.$defs.measure.enum.every((id) => id.startsWith("qingpu.")));
  new Ajv2020({ strict: true }).compile(only);
});
