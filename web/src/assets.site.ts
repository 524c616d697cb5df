/* Where the static site has the worker, the engine and the regions: beside the page. */
import type { Region } from "./context";

const get = async (path: string) => {
  const response = await fetch(new URL(path, document.baseURI));
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
};

export const workerUrl = async () => new URL("worker.js", document.baseURI).href;
export const engineBytes = () => get("huisuan.wasm");
export const regionList = async (): Promise<Region[]> => JSON.parse(new TextDecoder().decode(await get("regions.json")));
export const regionBytes = (name: string) => get(`plugins/${name}.wasm`);
