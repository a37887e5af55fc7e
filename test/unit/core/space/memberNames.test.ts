import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { MemberId } from "#core/space/identifiers.ts";
import { cleanName, longestName, lookAlike, tellApart } from "#core/space/memberNames.ts";

const called = (...names: readonly string[]) => [
  ...tellApart(names.map((name, at) => ({ id: `${at}` as MemberId, name }))).values(),
];

describe("a name that anybody may have typed", () => {
  it("is one short line of what can be seen, whatever was typed", () => {
    expect(cleanName("  Dr\n\tAda   Quince ")).toBe("Dr Ada Quince");
    expect(cleanName(`${"\u202e"}annA\u2069${"\u200b"}`)).toBe("annA");
    expect(cleanName("A\u0301\u0301\u0301\u0301\u0301\u0301da")).toBe("A\u0301\u0301\u0301da");
    for (const nothing of ["", " \u3164 ", "\u202e\u2066", "\u200d", "\u0301"])
      expect(cleanName(nothing)).toBe("");
    const long = cleanName("👩🏽‍⚕️".repeat(10_000));
    expect(long).toBe("👩🏽‍⚕️".repeat(longestName));
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), (typed) => {
        const name = cleanName(typed);
        expect(name).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/u);
        expect([...new Intl.Segmenter().segment(name)].length).toBeLessThanOrEqual(longestName);
        expect(cleanName(name)).toBe(name);
      }),
    );
  });

  it("keeps what names of the world are written with", () => {
    for (const name of ["Siân O’Connor-Smith", "José", "محمد", "नि‍कि", "می‌خواهم", "李 娜"])
      expect(cleanName(name)).toBe(name);
  });
});

describe("people of a team whose names look alike", () => {
  it("are numbered in the order they joined; others keep their name as it is", () => {
    expect(called("Amina", "Bo", "AMINA", "")).toEqual(["Amina (1)", "Bo", "AMINA (2)", ""]);
    expect(called("Nurse 1", "Nurse 2")).toEqual(["Nurse 1", "Nurse 2"]);
    expect(called("", "")).toEqual(["", ""]);
    expect(called("🌻", "🌵")).toEqual(["🌻", "🌵"]);
  });

  it("also where the letters are another script's, or a number was typed to pass for ours", () => {
    const amina = "Amina";
    for (const other of ["Аmina", "A min a", "Amína", "Amina (2)", "amina.", "Αmina (1) (2)"])
      expect(lookAlike(amina, other)).toBe(true);
    expect(lookAlike("Will", "WiII")).toBe(true);
    for (const other of ["Amira", "Mina", "آمنة"]) expect(lookAlike(amina, other)).toBe(false);
    expect(lookAlike("कि", "का")).toBe(false);
    expect(called("Amina", "Amina (1)")).toEqual(["Amina (1)", "Amina (1) (2)"]);
  });
});
