import { describe, expect, test } from "vitest";
import { tellsOfDistress } from "#core/entry/tellsOfDistress.ts";

describe("words of the writer's own distress are noticed", () => {
  test.each([
    "I can't cope with another shift like this.",
    "Honestly I don't want to be here any more.",
    "I went home in tears again.",
    "I cried in the sluice.",
    "I have thought about ending my life.",
    "I’m burnt out and nobody sees it.",
    "I keep having nightmares about the arrest.",
    "It kept me awake all week.",
    "I can't face going in tomorrow.",
    "They would be better off without me.",
    "I feel completely hopeless.",
  ])("%s", (text) => expect(tellsOfDistress(text)).toBe(true));
});

describe("what others feel, and the talk of a ward, is left alone", () => {
  test.each([
    "",
    "Patient admitted with suicidal ideation; referred to liaison.",
    "The daughter was in tears, so I made her tea.",
    "Mrs P cried when the transport did not come.",
    "I broke down the steps for the student.",
    "The scanner keeps breaking down and we cannot cope without it.",
    "The pump is broken again.",
    "I cut the dressing and harmed nobody.",
    "The team cannot cope when two are off.",
    "She is at the end of her life and at peace.",
    "He said he could not sleep for the alarms.",
  ])("%s", (text) => expect(tellsOfDistress(text)).toBe(false));
});
