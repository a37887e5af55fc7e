import type { MemberId, SpaceId } from "#core/space/identifiers.ts";
import { cleanName } from "#core/space/memberNames.ts";
import type { Answer } from "#core/space/ReceivedRecord.ts";
import {
  type AskResult,
  factsIdOf,
  fewestAnswers,
  type SharedView,
} from "#core/space/SharedView.ts";
import type { SpaceRecord } from "./SharedShelf.ts";

type OfKind<Kind extends SpaceRecord["kind"]> = Extract<SpaceRecord, { kind: Kind }>;

/** The member whose name a record is: its id says so, and only that member's device writes it. */
const memberOf = (id: OfKind<"member-name">["id"]): MemberId => id as string as MemberId;

/** What a place of a team shows, from the records of its space. */
export function sharedView(space: SpaceId, records: readonly SpaceRecord[]): SharedView {
  const all = <Kind extends SpaceRecord["kind"]>(kind: Kind): OfKind<Kind>[] =>
    records
      .filter((record): record is OfKind<Kind> => record.kind === kind && record.deletedAt === null)
      .sort((a, b) => b.createdAt - a.createdAt);
  const names = new Map<MemberId, string>();
  for (const { id, name } of all("member-name")) names.set(memberOf(id), cleanName(name));
  const answers = all("answer");
  return {
    space,
    facts: all("space-facts").find(({ id }) => id === factsIdOf(space)) ?? null,
    names,
    proposals: all("shared-proposal").sort((a, b) => b.editedAt - a.editedAt),
    comments: all("comment").reverse(),
    thanks: all("thanks"),
    asks: all("ask").map((ask) => ({
      ask,
      result: resultOf(answers.filter((answer) => answer.ask === ask.id)),
    })),
    voiceBoxes: all("voice-box").filter(({ takes }) => takes === "voices"),
    voices: all("voice"),
  };
}

function resultOf(answers: readonly Answer[]): AskResult {
  if (answers.length < fewestAnswers) return { type: "tooFew" };
  const counts = { often: 0, sometimes: 0, never: 0 };
  for (const { says } of answers) counts[says] += 1;
  return { type: "counted", counts };
}
