/* Where the single file has them: within itself, compressed. build.mjs fills in the data. */
import { embedded } from "virtual:embedded";

async function unpack(base64: string): Promise<Uint8Array<ArrayBuffer>> {
  const packed = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

export const workerUrl = async () => URL.createObjectURL(new Blob([await unpack(embedded.worker)], { type: "text/javascript" }));
export const engineBytes = () => unpack(embedded.engine);
export const regionList = async () => embedded.list;
export const regionBytes = (id: string) => unpack(embedded.regions[id] ?? "");
