import { Check } from "lucide-react";
import type { CheckedText } from "#core/identity/CheckedText.ts";
import type { SharedProposal } from "#core/space/SharedProposal.ts";
import { sentencesWithin } from "#core/space/sentencesWithin.ts";
import { type WrittenApart as Apart, writtenApart } from "#core/space/writtenApart.ts";
import * as m from "#messages";
import { Button } from "#ui/Button.tsx";
import { Notice } from "#ui/Notice.tsx";
import { goToField } from "./goToField.ts";
import { partHeading } from "./partHeading.ts";
import "./WrittenApart.css";

/**
 * Sentences that people worded apart: each version stands whole beside what the text became, until
 * somebody puts one of them, or all, in its place, or says that it reads well. Whose each is, is not
 * said: nobody's device proves it.
 */
export function WrittenApart({
  shared,
  texts,
  onSettle,
}: {
  readonly shared: SharedProposal;
  /** The texts of the proposal, for what each is called. */
  readonly texts: readonly CheckedText[];
  /** `words`: what is to stand in place of what became of the versions; null: it stays. */
  readonly onSettle: (apart: Apart, words: string | null) => void;
}) {
  return (
    <div role="status" className="written-apart">
      {writtenApart(shared.rewritings, texts).map((apart) => {
        const text = texts.find(({ id }) => id === apart.part);
        const isFound = sentencesWithin(text?.text ?? "", apart.versions).length > 0;
        const name = partHeading(apart.part) ?? text?.label ?? m.sharing_page_one();
        const said = apart.versions.filter((version) => version !== "");
        return (
          <Notice
            key={`${apart.part} ${apart.sentences.join(" ")}`}
            actions={
              <>
                {isFound && said.length > 1 && (
                  <Button onPress={() => onSettle(apart, said.join(" "))}>
                    {m.sharing_keep_all()}
                  </Button>
                )}
                <Button icon={Check} onPress={() => onSettle(apart, null)}>
                  {m.sharing_reads_well()}
                </Button>
                <Button variant="quiet" onPress={() => goToField(name)}>
                  {m.sharing_go_to_field()}
                </Button>
              </>
            }
          >
            {m.sharing_written_apart({ part: name })}
            {apart.versions.map((version) => (
              <span key={version} className="written-apart__version">
                {version === "" ? m.sharing_version_gone() : <q className="own-words">{version}</q>}
                {isFound && version !== "" && (
                  <Button
                    variant="quiet"
                    aria-label={m.sharing_use_version_named({ version })}
                    onPress={() => onSettle(apart, version)}
                  >
                    {m.sharing_use_version()}
                  </Button>
                )}
              </span>
            ))}
          </Notice>
        );
      })}
    </div>
  );
}
