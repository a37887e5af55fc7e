import { Check } from "lucide-react";
import type { CheckedText } from "#core/identity/CheckedText.ts";
import { type WrittenApart as Apart, writtenApart } from "#core/space/rewriting.ts";
import type { SharedProposal } from "#core/space/SharedProposal.ts";
import * as m from "#messages";
import { Button } from "#ui/Button.tsx";
import { Notice } from "#ui/Notice.tsx";
import "./WrittenApart.css";

/**
 * Sentences that two people worded apart: both versions stand beside what they became, until somebody
 * says it reads well. Whose each is, is not said: nobody's device proves it.
 */
export function WrittenApart({
  shared,
  texts,
  onSettle,
}: {
  readonly shared: SharedProposal;
  /** The texts of the proposal, for what each is called. */
  readonly texts: readonly CheckedText[];
  readonly onSettle: (apart: Apart) => void;
}) {
  return (
    <div role="status" className="written-apart">
      {writtenApart(shared.rewritings).map((apart) => (
        <Notice
          key={JSON.stringify(apart)}
          actions={
            <Button icon={Check} onPress={() => onSettle(apart)}>
              {m.sharing_reads_well()}
            </Button>
          }
        >
          {m.sharing_written_apart({
            part: texts.find(({ id }) => id === apart.part)?.label ?? m.sharing_page_one(),
          })}
          {apart.versions.map((version) => (
            <span key={version} className="written-apart__version">
              {version === "" ? m.sharing_version_gone() : <q className="own-words">{version}</q>}
            </span>
          ))}
        </Notice>
      ))}
    </div>
  );
}
