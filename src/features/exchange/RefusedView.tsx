import type { ImportPreview, Refusal } from "#core/exchange/Importing.ts";
import * as m from "#messages";
import { Notice } from "#ui/Notice.tsx";
import { refusalText, skipText } from "./importWords.ts";
import { TallyList } from "./TallyList.tsx";

/** Why nothing was taken: first that the journal is as it was. */
export function RefusedView({ refusal }: { readonly refusal: Refusal }) {
  return (
    <Notice tone="danger">
      <p>
        {m.exchange_journal_unchanged()} {refusalText(refusal)}
      </p>
      {refusal.type === "NothingFound" && (
        <TallyList
          level="h2"
          title={m.exchange_skipped_title()}
          tallies={refusal.skipped}
          words={skipText}
        />
      )}
    </Notice>
  );
}

/** Files that were left out whole while others could be read. */
export function RefusedFiles({
  refused,
  level: Heading = "h3",
}: Pick<ImportPreview, "refused"> & { readonly level?: "h2" | "h3" }) {
  if (refused.length === 0) return null;
  return (
    <section className="exchange__tallies">
      <Heading className="exchange__small">{m.exchange_refused_files_title()}</Heading>
      <ul>
        {refused.map(({ file, refusal }) => (
          <li key={file}>{m.exchange_file_refused({ file, why: refusalText(refusal) })}</li>
        ))}
      </ul>
    </section>
  );
}
