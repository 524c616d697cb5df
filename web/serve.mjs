/* Serves a directory on 127.0.0.1 under a security policy: `node web/serve.mjs` the built site (make web), and whatever the tests look at. */
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".mjs": "text/javascript",
  ".css": "text/css",
  ".wasm": "application/wasm",
  ".json": "application/json",
};

/** Gives the server and its address; `port` 0 is any that is free. */
export async function serve(root, policy, port = 0) {
  const server = createServer(async (request, response) => {
    const path = normalize(new URL(request.url, "http://localhost").pathname).replace(/\/$/, "/index.html");
    try {
      const file = await readFile(join(root, path));
      const packs = /\bgzip\b/.test(request.headers["accept-encoding"] ?? "");
      response.writeHead(200, {
        "Content-Type": TYPES[extname(path)] ?? "application/octet-stream",
        "Content-Security-Policy": policy,
        "X-Content-Type-Options": "nosniff",
        ...(packs && { "Content-Encoding": "gzip" }),
      });
      response.end(packs ? gzipSync(file, { level: 9 }) : file);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((resolve, reject) => server.once("error", reject).listen(port, "127.0.0.1", resolve));
  return { server, address: `http://127.0.0.1:${server.address().port}/` };
}

/** The policy that the site is built for. */
export const policyOf = async (root) => (await readFile(join(root, "security-policy.txt"), "utf8")).trim().replace(/^[^:]*: /, "");

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const root = fileURLToPath(new URL("../build/web", import.meta.url));
  const { address } = await serve(root, await policyOf(root), Number(process.env.PORT ?? 8000)).catch(async (error) => {
    if (error.code !== "EADDRINUSE") throw error;
    return serve(root, await policyOf(root));
  });
  console.log(`惠算 Huisuan: ${address} （Ctrl-C 停止 stops it）`);
  console.log(`单个文件 one file: ${join(root, "huisuan.html")}`);
}
