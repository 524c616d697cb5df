/* Where the single file has them: within itself, compressed. build.mjs fills in the data. */
import { embedded } from "virtual:embedded";

const values = new Uint8Array(128);
for (let digit = 0; digit < embedded.digits.length; digit++) values[embedded.digits.charCodeAt(digit)] = digit;

/* How many bytes, a blank, and five digits for every four of them. */
async function unpack(text: string): Promise<Uint8Array<ArrayBuffer>> {
  const start = text.indexOf(" ") + 1;
  const words = new DataView(new ArrayBuffer(((text.length - start) / 5) * 4));
  for (let at = start, to = 0; at < text.length; to += 4) {
    let word = 0;
    for (let i = 0; i < 5; i++) word = word * 85 + (values[text.charCodeAt(at++)] ?? 0);
    words.setUint32(to, word);
  }
  const packed = words.buffer.slice(0, parseInt(text));
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

export const workerUrl = async () => URL.createObjectURL(new Blob([await unpack(embedded.worker)], { type: "text/javascript" }));
export const engineBytes = () => unpack(embedded.engine);
export const regionList = async () => embedded.list;
export const regionBytes = (id: string) => unpack(embedded.regions[id] ?? "");
