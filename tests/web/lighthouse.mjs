/* Lighthouse on the built site: all four categories at 95 or more. Run by `make proof`, which installs Lighthouse under build/. */
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";

import { policyOf, serve } from "../../web/serve.mjs";

const BUILD = new URL("../../build", import.meta.url).pathname;
const WEB = join(BUILD, "web"), REPORT = join(BUILD, "lighthouse.json");
const LEAST = 95;
const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"];

const { server, address } = await serve(WEB, await policyOf(WEB));
const options = [address, "--quiet", "--chrome-flags=--headless=new --no-sandbox", `--only-categories=${CATEGORIES}`, "--output=json", `--output-path=${REPORT}`];
const child = spawn(process.execPath, [join(BUILD, "lighthouse/node_modules/lighthouse/cli/index.js"), ...options], {
  stdio: "inherit",
  env: { ...process.env, CHROME_PATH: process.env.CHROMIUM ?? "/usr/bin/chromium" },
});
const code = await new Promise((resolve) => child.once("close", resolve));
server.close();
if (code !== 0) throw new Error(`Lighthouse ended with ${code}`);
const { categories } = JSON.parse(readFileSync(REPORT, "utf8"));
for (const id of CATEGORIES) {
  const score = Math.round(categories[id].score * 100);
  console.log(`Lighthouse ${id.padEnd(34)} ${String(score).padStart(8)}  at least ${LEAST}`);
  if (score < LEAST) process.exitCode = 1;
}
