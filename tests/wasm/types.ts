/* Compiled, never run: what the types must let through, and what they must not. */
import { Applicant, BatchStep, Budget, Engine, HuisuanError, Result, load, serve, startWorker } from "huisuan";

async function use(bytes: Uint8Array): Promise<string> {
  const engine: Engine = await load({ wasm: new URL("https://example.org/huisuan.wasm") });
  const { id, number, effective, sha256, file_sha256, measures } = engine.addPolicy(bytes);
  const applicant: Applicant = {
    as_of: "2023-06-30",
    locations: ["310118"],
    facts: { in_park: true, annual_rent: { min: "300000.50", max: 500000 }, applicant_kinds: ["hr_agency"], overseas_sites: [{ audited: null }], hr_license: null },
    received: [{ measure: "qingpu.rent", years: 1 }, { matter: "rent", amount: "1.50" }],
  };
  const result: Result = engine.assess(applicant, { brief: true });
  const high: number | null | undefined = result.places[0]?.policies[0]?.measures[0]?.amount?.high;
  const worker = startWorker({ timeLimit: 5000 });
  const same: Result = await worker.assess("{}");
  const text: string = new TextDecoder().decode(await worker.assessBytes(applicant));
  const pieces = engine.sweep(applicant, { fact: "annual_rent", to: 1e6 }).places[0]?.curves[0]?.pieces.length;
  const { size, refused } = await worker.openBatch({ applicants: bytes, lists: { overseas_sites: bytes }, encoding: "gb18030" }, { locations: ["310118"] });
  const step: BatchStep = await worker.stepBatch(100);
  const year: number | null | undefined = step.rows[0]?.places[0]?.measures[0]?.year?.high;
  const sums: Budget = engine.budget("500000.50");
  const paid: boolean | undefined = sums.places[0]?.fits?.low;
  engine.closeBatch();
  worker.close();
  serve({ onmessage: null, postMessage: () => {} });
  if (same.receipt.input_sha256 === "") throw new HuisuanError({ code: "INPUT", message: { zh: "错", en: "wrong" } });
  // @ts-expect-error a sweep names its fact
  engine.sweep(applicant, {});
  // @ts-expect-error a table is bytes
  engine.openBatch({ applicants: "id" });
  // @ts-expect-error no such encoding
  engine.openBatch({ applicants: bytes, encoding: "gbk" });
  // @ts-expect-error no such option
  engine.assess(applicant, { date: "2023-06-30" });
  // @ts-expect-error an applicant states facts
  engine.assess({ as_of: "2023-06-30" });
  // @ts-expect-error no such code
  new HuisuanError({ code: "OOPS", message: { zh: "错", en: "wrong" } });
  return [id, number, effective, sha256, file_sha256, measures.length, high, pieces, text, size, refused[0]?.error.code, year, paid].join();
}

void use;
