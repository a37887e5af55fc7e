import type { Instant } from "#base/Clock.ts";
import type { EntryId, JudgementId } from "#core/identifiers.ts";
import type { Linked } from "./Linked.ts";
import type { Judgement } from "./Theme.ts";
import type { ThemeDecision } from "./ThemeDecision.ts";

/** What the person says of a pair of entries. The order of the two does not matter to what follows. */
export interface Saying {
  readonly entry: EntryId;
  readonly earlier: EntryId;
  readonly judgement: JudgementId;
  readonly at: Instant;
}

/**
 * The record of what was said. Where the person had said something of the same pair before, that
 * older word is taken back, so that only the last one counts.
 */
export const judge = (
  saying: Saying,
  verdict: Judgement["verdict"],
  linked: Linked,
): Pick<ThemeDecision, "judgements" | "renewed"> => {
  const { entry, earlier, at } = saying;
  const renewed = linked.judgements.filter(
    (old) =>
      old.deletedAt === null &&
      ((old.entry === entry && old.earlier === earlier) ||
        (old.entry === earlier && old.earlier === entry)),
  );
  return {
    renewed,
    judgements: [
      ...renewed.map((old) => ({ ...old, editedAt: at, deletedAt: at })),
      {
        kind: "judgement",
        id: saying.judgement,
        entry,
        earlier,
        verdict,
        createdAt: at,
        editedAt: at,
        deletedAt: null,
      },
    ],
  };
};
