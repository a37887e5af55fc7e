import { describe, expect, test } from "vitest";
import { carriesIdea } from "#core/proposal/carriesIdea.ts";

describe("carriesIdea", () => {
  test.each([
    "I wonder if we could write them the evening before.",
    "A phone call would have saved me a 22 mile round trip.",
    "Student nurse suggested putting the fluid chart on the door instead of the folder.",
    "Someone suggested a jobs list on the ward so that bleeps are kept for sick patients.",
    "We should be checking every peripheral line each shift.",
    "We tried a structured handover sheet for the weekend.",
    "What if the pharmacist came to the board round?",
    "It would help if the bags were packed the night before.",
    "Maybe we could ask transport to ring first.",
    "That worked well with the night team.",
    "When we used the orange folder everyone found the plan.",
  ])("hears an idea in: %s", (sentence) => {
    expect(carriesIdea(sentence, "neither")).toBe(true);
  });

  test.each([
    "I could not finish clerking anyone without being called away.",
    "We rang pharmacy twice and each time it was in the queue.",
    "Most calls were to sign something that could have waited until I came round.",
    "I tried to call three times and got no answer.",
    "Nothing helped.",
    "It did not work.",
    "I worked late again because nobody had written the TTO.",
    "When we got there nobody knew who she was.",
    "They should have told us about the scan.",
    "Tablets late.",
  ])("does not take a complaint for an idea: %s", (sentence) => {
    expect(carriesIdea(sentence, "got-in-the-way")).toBe(false);
  });

  test("in an entry that went well, how it was done counts as something that helped", () => {
    const sentence =
      "When Priya did the TTOs straight after the ward round, everyone was gone by two.";
    expect(carriesIdea(sentence, "went-well")).toBe(true);
    expect(carriesIdea(sentence, "got-in-the-way")).toBe(false);
    expect(carriesIdea("Lovely calm shift today.", "went-well")).toBe(false);
  });
});
