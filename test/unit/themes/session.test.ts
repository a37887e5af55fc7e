import { describe, expect, it } from "vitest";
import { createThemeSession } from "../../../src/app/commands/themeSession.ts";

const talk = () => {
  const session = createThemeSession();
  return (line: unknown) => session.answer(typeof line === "string" ? line : JSON.stringify(line));
};
const bleep = [
  "Nineteen bleeps during the ward round, two of them urgent.",
  "The bleep went every six minutes, no clerking finished.",
  "Bleeped four times during a difficult line, none urgent.",
  "Called away by the bleep in the middle of bad news.",
];
const at = (day: number) => new Date(Date.UTC(2026, 2, day)).toISOString();

describe("the themes command", () => {
  it("answers each entry with at most three earlier ones, and prompts once when four are linked", () => {
    const say = talk();
    const prompts: unknown[] = [];
    bleep.forEach((text, number) => {
      const answer = say({ id: `b${number}`, at: at(number + 1), text });
      expect(answer).toMatchObject({ id: `b${number}`, prompt: null });
      if (number > 0) {
        const tapped = say({ same: [`b${number}`, `b${number - 1}`] });
        expect(tapped).toMatchObject({ ok: true });
        if ("prompt" in tapped && tapped.prompt) prompts.push(tapped.prompt);
      }
    });
    expect(prompts).toEqual([
      { entries: ["b0", "b1", "b2", "b3"], terms: expect.arrayContaining(["bleep"]) },
    ]);
    expect(say({ same: ["b3", "b0"] })).toEqual({ ok: true, prompt: null });
    expect(say({ id: "late", at: at(9), text: bleep[0] })).toMatchObject({ prompt: null });
  });

  it("names an error and goes on after every line that it does not understand", () => {
    const say = talk();
    for (const line of [
      "{",
      "null",
      "[]",
      '"text"',
      "{}",
      '{"reset":false}',
      '{"id":"a"}',
      '{"id":"a","at":"yesterday","text":"x"}',
      '{"id":"a","at":"2026-01-01T00:00:00Z","text":5}',
      '{"same":["a"]}',
      '{"same":["a","b"]}',
      '{"different":[{},[]]}',
    ]) {
      expect(say(line)).toEqual({ error: expect.any(String) });
    }
    expect(say({ id: "a", at: at(1), text: "x" })).toEqual({ id: "a", reminds: [], prompt: null });
    expect(say({ same: ["a", "a"] })).toEqual({ error: expect.any(String) });
  });

  it("forgets everything at a reset", () => {
    const say = talk();
    say({ id: "a", at: at(1), text: bleep[0] });
    expect(say({ id: "b", at: at(2), text: bleep[0] })).toMatchObject({ reminds: ["a"] });
    expect(say({ reset: true })).toEqual({ ok: true });
    expect(say({ id: "b", at: at(2), text: bleep[0] })).toMatchObject({ reminds: [] });
  });

  it("does not bring back what was said to be different", () => {
    const say = talk();
    say({ id: "a", at: at(1), text: bleep[0] });
    say({ id: "b", at: at(2), text: bleep[1] });
    expect(say({ different: ["b", "a"] })).toEqual({ ok: true, prompt: null });
    const third = say({ id: "b", at: at(2), text: bleep[1] });
    expect(third).toMatchObject({ reminds: [] });
  });
});
