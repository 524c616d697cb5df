/* The regions that are loaded; others are dropped here. */
import type { LoadedPolicy } from "huisuan";
import { useState } from "preact/hooks";

import { usePage } from "../context";
import { isRefusal } from "../engine";
import { days } from "../money";
import { says } from "../words";

/** A region that was dropped, opened in an engine of its own to be looked at. */
interface Candidate {
  name: string;
  bytes: Uint8Array;
  policy: LoadedPolicy;
}

function Entry({ policy, added }: { policy: LoadedPolicy; added: boolean }) {
  const { words, language } = usePage();
  return (
    <>
      <strong>{says(policy.name, language)}</strong> {added && <span class="tag near">{words.regionThird}</span>}
      <p>{says(policy.title, language)} {policy.number}</p>
      <p class="small">
        <span class="whole">{days(policy, words)}</span> · {words.measures(policy.measures.length)} · {policy.id} {policy.version}
      </p>
      <p class="small hash">SHA-256 {policy.sha256}<br />{words.file} {policy.file_sha256}</p>
    </>
  );
}

export function Regions() {
  const { words, language, loaded, tryRegion, acceptRegion } = usePage();
  const [told, setTold] = useState<{ title: string; text: string } | null>(null);
  const [candidate, setCandidate] = useState<Candidate | null>(null);
  const refused = (name: string, error: unknown) => {
    const text = isRefusal(error) ? `${error.path === null ? "" : `${error.path}${words.colon}`}${says(error.messages, language)}` : String(error);
    setCandidate(null);
    setTold({ title: `${words.regionRefused}${words.colon}${name}`, text });
  };
  const take = async (file: File | undefined) => {
    if (file === undefined) return;
    try {
      const bytes = new Uint8Array(await file.arrayBuffer());
      setCandidate({ name: file.name, bytes, policy: await tryRegion(bytes) });
      setTold(null);
    } catch (error) {
      refused(file.name, error);
    }
  };
  const use = async ({ name, bytes }: Candidate) => {
    try {
      await acceptRegion(bytes);
      setCandidate(null);
      setTold({ title: words.regionAdded(name), text: "" });
    } catch (error) {
      refused(name, error);
    }
  };
  return (
    <>
      <h1>{words.regionsTitle}</h1>
      <div
        class="drop"
        onDragOver={(event) => event.preventDefault()}
        onDrop={(event) => {
          event.preventDefault();
          void take(event.dataTransfer?.files[0]);
        }}
      >
        <p>{words.regionsHint}</p>
        <label for="region">{words.regionsChoose}</label>
        <input id="region" type="file" accept=".wasm" onChange={(event) => void take(event.currentTarget.files?.[0])} />
        <div role="status">
          {told !== null && (
            <>
              <strong>{told.title}</strong>
              <p>{told.text}</p>
            </>
          )}
        </div>
        {candidate !== null && (
          <section class="summary">
            <h2>{words.regionLook}{words.colon}{candidate.name}</h2>
            <Entry policy={candidate.policy} added />
            <p class="buttons">
              <button type="button" onClick={() => void use(candidate)}>{words.regionUse}</button>
              <button type="button" class="secondary" onClick={() => setCandidate(null)}>{words.regionCancel}</button>
            </p>
          </section>
        )}
      </div>
      <ul class="regions">
        {loaded.policies.map((policy) => <li key={policy.id}><Entry policy={policy} added={loaded.added.includes(policy.id)} /></li>)}
      </ul>
    </>
  );
}
