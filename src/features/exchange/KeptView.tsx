import * as m from "#messages";
import { Button } from "#ui/Button.tsx";
import { LinkButton } from "#ui/LinkButton.tsx";
import { Notice } from "#ui/Notice.tsx";
import { noteText, skipText } from "./importWords.ts";
import { RefusedFiles } from "./RefusedView.tsx";
import { TallyList } from "./TallyList.tsx";
import type { Importing, ImportStep } from "./useImport.ts";

/** The report of an import: what is kept now, what was left out and why, and the way back. */
export function KeptView({
  step,
  importing,
}: {
  readonly step: Extract<ImportStep, { type: "kept" }>;
  readonly importing: Importing;
}) {
  const { summary, preview } = step;
  const already = summary.alreadyHere + preview.alreadyHere;
  return (
    <Notice
      tone="ok"
      actions={
        <>
          <LinkButton variant="main" to="/journal">
            {m.exchange_to_journal()}
          </LinkButton>
          {summary.added > 0 && (
            <Button onPress={() => void importing.undo()}>{m.exchange_undo_import()}</Button>
          )}
          <Button variant="quiet" onPress={importing.again}>
            {m.exchange_more_files()}
          </Button>
        </>
      }
    >
      <p>{m.exchange_kept({ count: summary.added })}</p>
      {already > 0 && <p>{m.exchange_kept_already({ count: already })}</p>}
      <RefusedFiles level="h2" refused={preview.refused} />
      <TallyList
        level="h2"
        title={m.exchange_skipped_title()}
        tallies={preview.skipped}
        words={skipText}
      />
      <TallyList
        level="h2"
        title={m.exchange_notes_title()}
        tallies={preview.notes}
        words={noteText}
      />
    </Notice>
  );
}
