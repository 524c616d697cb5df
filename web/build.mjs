/* Builds the page on the package in build/wasm, with the small build of its engine: build/web, a static site, and build/web/huisuan.html, the
   same in one file. */
import { createHash } from "node:crypto";
import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "vite";

const here = import.meta.dirname;
const PACKAGE = join(here, "../build/wasm");
const ENGINE = join(here, "../build/wasm-small/huisuan.wasm");
const OUT = join(here, "../build/web");
const WORK = join(here, "../build/web-parts");
const regions = readdirSync(join(PACKAGE, "plugins")).sort().map((file) => file.replace(/\.wasm$/, ""));
const { load } = await import(join(PACKAGE, "huisuan.mjs"));
const engine = await load({ wasm: readFileSync(ENGINE) });
const list = regions.map((id) => engine.addPolicy(readFileSync(join(PACKAGE, "plugins", `${id}.wasm`)))).map(({ id, adcode, name }) => ({ id, adcode, name }));

/* Five characters for four bytes, where base64 takes five and a third: none of them ends a script or a string (assets.single.ts reads them). */
const DIGITS = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ.-:+=^!/*?_|()[]{}@%,#~";
function pack(bytes) {
  const packed = gzipSync(bytes, { level: 9 });
  const words = new DataView(Uint8Array.from([...packed, 0, 0, 0]).buffer); /* filled up to whole words */
  let text = "";
  for (let at = 0; at + 4 <= words.byteLength; at += 4)
    for (let unit = 85 ** 4, word = words.getUint32(at); unit >= 1; unit /= 85) text += DIGITS[Math.floor(word / unit) % 85];
  return `${packed.length} ${text}`;
}

/* Trusted Types and no inline anything; what differs is where scripts come from. */
const policy = (script, style, rest) =>
  `default-src 'none'; script-src ${script} 'wasm-unsafe-eval'; style-src ${style}; img-src data:; ${rest}; base-uri 'none'; form-action 'none'; ` +
  "require-trusted-types-for 'script'; trusted-types huisuan";
const SITE_POLICY = policy("'self'", "'self'", "worker-src 'self'; connect-src 'self'; frame-ancestors 'none'");

function common(assets, virtual = {}) {
  return {
    root: here,
    configFile: false,
    logLevel: "warn",
    base: "./",
    resolve: { alias: { huisuan: join(PACKAGE, "huisuan.mjs"), assets: join(here, `src/assets.${assets}.ts`) } },
    oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
    plugins: [
      {
        name: "huisuan",
        enforce: "pre",
        resolveId: (id) => (id in virtual ? `\0${id}` : null),
        load: (id) => virtual[id.slice(1)] ?? null,
        /* The package finds its own files and Node's modules; the page hands it everything. */
        transform: (code, id) => (id.endsWith("/huisuan.mjs") ? code.replaceAll("import.meta.url", "undefined").replace(/await import\("node:[^"]*"\)/g, "{}") : null),
      },
    ],
  };
}

const target = ["chrome97", "firefox113", "safari16.4"];

async function worker() {
  const built = await build({
    ...common("site"),
    build: { target, write: false, emptyOutDir: false, lib: { entry: join(here, "src/worker.ts"), formats: ["iife"], name: "huisuan", fileName: () => "worker.js" } },
  });
  return built[0].output[0].code;
}

/* What the first page needs is one file, whatever the parts that are loaded later have in common with it. */
const LATER = /\/src\/(desk\/|parts\/(charts|excel|sheets)\.)|\/node_modules\/(d3-|internmap|fflate)/;
const FIRST = { name: "index", test: (id) => !LATER.test(id) };

async function page(assets, virtual, out) {
  await build({
    ...common(assets, virtual),
    build: {
      target,
      outDir: out,
      emptyOutDir: true,
      modulePreload: false,
      assetsInlineLimit: 0,
      reportCompressedSize: false,
      rolldownOptions: assets === "single" ? { output: { codeSplitting: false } } : { output: { codeSplitting: { groups: [FIRST] } } },
    },
  });
}

/* ---- The site */
const workerCode = await worker();
await page("site", {}, OUT);
writeFileSync(join(OUT, "worker.js"), workerCode);
writeFileSync(join(OUT, "regions.json"), `${JSON.stringify(list)}\n`);
cpSync(ENGINE, join(OUT, "huisuan.wasm"));
cpSync(join(PACKAGE, "plugins"), join(OUT, "plugins"), { recursive: true });
writeFileSync(join(OUT, "security-policy.txt"), `Content-Security-Policy: ${SITE_POLICY}\n`);

/* ---- One file */
const embedded = {
  digits: DIGITS,
  worker: pack(workerCode),
  engine: pack(readFileSync(ENGINE)),
  list,
  regions: Object.fromEntries(regions.map((id) => [id, pack(readFileSync(join(PACKAGE, "plugins", `${id}.wasm`)))])),
};
await page("single", { "virtual:embedded": `export const embedded = ${JSON.stringify(embedded)};` }, WORK);
const assets = readdirSync(join(WORK, "assets"));
const part = (ending) => readFileSync(join(WORK, "assets", assets.find((name) => name.endsWith(ending))), "utf8").trim();
const script = part(".js").replaceAll("</script", "<\\/script"), style = part(".css");
const hash = (text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
const html = readFileSync(join(WORK, "index.html"), "utf8")
  .replace(/\s*<script type="module"[^>]*><\/script>/, "")
  .replace(/\s*<link rel="stylesheet"[^>]*>/, "")
  .replace("<meta charset=\"utf-8\">", () => `<meta charset="utf-8">\n<meta http-equiv="Content-Security-Policy" content="${policy(hash(script), hash(style), "worker-src blob:; connect-src 'none'")}">`)
  .replace("</head>", () => `<style>${style}</style>\n</head>`)
  .replace("</body>", () => `<script type="module">${script}</script>\n</body>`);
mkdirSync(OUT, { recursive: true });
writeFileSync(join(OUT, "huisuan.html"), html);
rmSync(WORK, { recursive: true });
