import { expect, it } from "vitest";
import { instant } from "#base/Clock.ts";
import type { SharedId, SpaceId } from "#core/space/identifiers.ts";
import type { Answer } from "#core/space/ReceivedRecord.ts";
import type { Ask } from "#core/space/SharedRecord.ts";
import { SharedShelf } from "#reading/SharedShelf.ts";
import { sharedView } from "#reading/sharedView.ts";

const space = "s".repeat(22) as SpaceId;
const now = instant(Date.UTC(2026, 10, 22));
const at = { space, createdAt: now, editedAt: now, deletedAt: null };
const ask = { ...at, kind: "ask", id: "ask", words: "Late charts", isOpen: true } as unknown as Ask;
const answer = (
  token: string,
  says: Answer["says"],
  to: Partial<Pick<Answer, "ask" | "serial">> = {},
): Answer => ({
  ...at,
  kind: "answer",
  id: token as SharedId,
  ask: ask.id,
  says,
  serial: 0,
  ...to,
});

const resultOf = (...answers: readonly Answer[]) => {
  const shelf = new SharedShelf();
  for (const record of [ask, ...answers]) shelf.put(record);
  return sharedView(space, shelf.of(space)).asks[0]?.result;
};

const four = [
  answer("a", "often"),
  answer("b", "often"),
  answer("c", "sometimes"),
  answer("d", "never"),
];

it("four answers are not shown, and five are, by what they say", () => {
  expect(resultOf(...four)).toEqual({ type: "tooFew" });
  expect(resultOf(...four, answer("e", "never"))).toEqual({
    type: "counted",
    counts: { often: 2, sometimes: 1, never: 2 },
  });
});

it("two answers of one device are one, the later, and answers to another ask count for nothing", () => {
  expect(resultOf(...four, answer("a", "never", { serial: 1 }))).toEqual({ type: "tooFew" });
  expect(resultOf(...four, answer("e", "never", { ask: "other" as SharedId }))).toEqual({
    type: "tooFew",
  });
  expect(resultOf(...four, answer("e", "often"), answer("a", "never", { serial: 1 }))).toEqual({
    type: "counted",
    counts: { often: 2, sometimes: 1, never: 2 },
  });
});
