import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { markIdentifying } from "#identity/markIdentifying.ts";

const known = ["Tom", "Mary Hughes", "Anna (night)"];

const marked = (text: string, names: readonly string[] = known) =>
  markIdentifying(text, names).map(({ start, end }) => text.slice(start, end));

describe("a name that its readers know", () => {
  it.each([
    "Tom, thank you for trying it",
    "Thank you Tom and Mary, for the fans.",
    "Tom and Mary, thank you.",
    "Could you try it on Monday, Tom?",
    "Hi Tom, could you look?",
    "Hello Tom, I tried what you wrote.",
    "Tom, I like what you wrote.",
    "Tom, what do you think, when you have time?",
    "What do you think, Tom?",
    "Well done Tom!",
    "Anna (night), thank you for it",
    "Tom",
    "Mary Hughes",
  ])("is not marked where somebody of that name is spoken to: %s", (text) => {
    expect(marked(text, [])).not.toEqual([]);
    expect(marked(text)).toEqual([]);
  });

  it.each([
    ["Tom fell again in bay 3.", ["Tom", "bay 3"]],
    ["Tom, bed 4, fell again.", ["Tom", "bed 4"]],
    ["Tom, 84, thanked you.", ["Tom"]],
    ["Thanks to Tom in bed 4 we learned.", ["Tom", "bed 4"]],
    ["Thank you for sitting with Tom all night.", ["Tom"]],
    ["Thanks Tom. Tom in bed 4 fell.", ["Tom", "bed 4"]],
    ["Tom, your patient in bay 2, died", ["Tom", "bay 2"]],
    ["Tom, whose daughter you met, fell again.", ["Tom"]],
    ["Tom, who thanked you, fell again.", ["Tom"]],
    ["Tom, a patient of yours, fell again.", ["Tom"]],
    ["Tom, as you know, fell again.", ["Tom"]],
    ["Tom, you may remember, fell again.", ["Tom"]],
    ["Tom, you know him – fell again.", ["Tom"]],
    ["Tom, thanks to you, is home again.", ["Tom"]],
    ["Thanks to Tom, your patient in bay 2, we learned.", ["Tom", "bay 2"]],
    ["Thank you for sitting with your patient, Tom.", ["Tom"]],
    ["Have you met the new resident, Tom?", ["Tom"]],
  ])("is marked where somebody is only spoken of, who may be a patient: %s", (text, words) => {
    expect(marked(text)).toEqual(words);
  });

  it.each(["Tom Okafor, thank you", "Thank you Mary Smith", "Mrs Tom, thank you"])(
    "hides nobody whose name holds it: %s",
    (text) => {
      expect(marked(text)).toEqual(marked(text, []));
      expect(marked(text)).not.toEqual([]);
    },
  );

  it("takes away marks of names only, whatever the names and the text", () => {
    const texts = [
      "Tom, thank you.",
      "bed 4",
      "Mrs Shaw",
      "on 3 May 2025",
      "(",
      "😀",
      " and ",
      "\n",
    ];
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...texts)).map((parts) => parts.join(" ")),
        fc.array(fc.oneof(fc.constantFrom("Tom", "bed", "3 May 2025", "(a|b)+$"), fc.string())),
        (text, names) => {
          const all = markIdentifying(text);
          const rest = markIdentifying(text, names).map(({ start }) => start);
          const gone = all.filter(({ start }) => !rest.includes(start));
          expect(rest.every((at) => all.some(({ start }) => start === at))).toBe(true);
          expect(gone.every(({ kind }) => kind === "PERSON")).toBe(true);
        },
      ),
    );
  });
});
