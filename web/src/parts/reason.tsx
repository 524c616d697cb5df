/* Why a condition holds, does not, or cannot be told yet. */
import type { Reason } from "huisuan";

import { factAt } from "../answers";
import { usePage } from "../context";
import { valueText } from "../money";
import { says } from "../words";

const SIGNS = { true: "✓", false: "✗", unknown: "?" } as const;

/** What a condition is made of; where one of several parts stands within another that says the same of its parts, these stand together. */
const partsOf = ({ rule, children = [] }: Reason): Reason[] => children.flatMap((child) => ((child.children ?? []).length > 1 && child.fact === undefined && child.rule.zh === rule.zh ? partsOf(child) : [child]));

export function ReasonTree({ reason }: { reason: Reason }) {
  const { words, language, loaded } = usePage();
  const spoken = { true: words.holds, false: words.lacks, unknown: words.open };
  const fact = reason.fact === undefined ? undefined : factAt(loaded.dictionary, reason.fact);
  const have = reason.fact !== undefined && reason.have !== undefined && typeof reason.have !== "boolean" && reason.have !== null;
  const children = partsOf(reason);
  return (
    <li class={`reason ${reason.truth}`}>
      <span class="sign" role="img" aria-label={spoken[reason.truth]}>
        {SIGNS[reason.truth]}
      </span>
      <span>
        {says(reason.rule, language)}
        {have && words.aside(`${words.now} ${valueText(fact, reason.have, words, language)}`)}
      </span>
      {children.length > 0 && (
        <ul>
          {children.map((child, at) => (
            <ReasonTree key={at} reason={child} />
          ))}
        </ul>
      )}
    </li>
  );
}
