import { Check } from "lucide-react";
import type { CheckedText } from "#core/identity/CheckedText.ts";
import { type WrittenApart as Apart, writtenApart } from "#core/space/rewriting.ts";
import type { SharedProposal } from "#core/space/SharedProposal.ts";
import * as m from "#messages";
import { Button } from "#ui/Button.tsx";
import { Notice } from "#ui/Notice.tsx";
import type { Talk } from "./Talk.ts";
import "./WrittenApart.css";

/** Sentences that two people worded apart: both versions stand beside what they became, until somebody says it reads well. */
export function WrittenApart({
  shared,
  texts,
  nameOf,
  onSettle,
}: {
  readonly shared: SharedProposal;
  /** The texts of the proposal, for what each is called. */
  readonly texts: readonly CheckedText[];
  readonly nameOf: Talk["nameOf"];
  readonly onSettle: (apart: Apart) => void;
}) {
  return (
    <div role="status" className="written-apart">
      {writtenApart(shared.rewritings).map((apart) => (
        <Notice
          key={`${apart.part} ${apart.versions[0].by} ${apart.versions[1].by}`}
          actions={
            <Button icon={Check} onPress={() => onSettle(apart)}>
              {m.sharing_reads_well()}
            </Button>
          }
        >
          {m.sharing_written_apart({
            part: texts.find(({ id }) => id === apart.part)?.label ?? m.sharing_page_one(),
          })}
          {apart.versions.map(({ by, now }) => (
            <span key={by} className="written-apart__version">
              {nameOf(by)}
              <q className="own-words">{now}</q>
            </span>
          ))}
        </Notice>
      ))}
    </div>
  );
}
