import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { instant } from "#base/Clock.ts";
import type { JournalId } from "#core/identifiers.ts";
import { type Cover, coverColours, coverSymbols } from "#core/journal/Cover.ts";
import { firstFreeCover } from "#features/locked/firstFreeCover.ts";
import { twoPlaces } from "#notebook/keys/CheckRecoveryWords.tsx";
import { isLongEnough } from "#notebook/keys/NewPassphrase.tsx";
import { passphraseStrength } from "#notebook/keys/passphraseStrength.ts";
import { recoveryWordsFrom } from "#notebook/keys/recoveryWordsFrom.ts";
import { unlockFailureText, waitText } from "#notebook/keys/unlockFailureText.ts";

describe("recovery words as typed", () => {
  const words = fc.array(fc.stringMatching(/^[a-z]{3,8}$/), { minLength: 1, maxLength: 24 });
  const between = fc.constantFrom(" ", "\n", ", ", "  \t", "; ", " - ", "\r\n", " 12. ");

  it("are found whatever stands between them", () => {
    fc.assert(
      fc.property(words, between, (typed, gap) => {
        expect(recoveryWordsFrom(`1. ${typed.join(gap).toUpperCase()} `)).toEqual(typed);
      }),
    );
  });

  it("are asked for at two different places, both within the code, in order", () => {
    fc.assert(
      fc.property(fc.nat(255), fc.nat(255), (a, b) => {
        const [first, second] = twoPlaces(12, { bytes: () => Uint8Array.of(a, b) });
        expect(first).toBeGreaterThanOrEqual(0);
        expect(first).toBeLessThan(second);
        expect(second).toBeLessThan(12);
      }),
    );
  });
});

describe("a passphrase", () => {
  it("of six characters or more is never refused, emoji counting as one", () => {
    expect(["123456", "aaaaaa", "😀😀😀😀😀😀"].map(isLongEnough)).toEqual([true, true, true]);
    expect(["", "12345", "😀😀😀"].map(isLongEnough)).toEqual([false, false, false]);
  });

  it("is found weaker when it is common than when it is four unrelated words", async () => {
    expect(await passphraseStrength("password1")).toBeLessThan(2);
    expect(await passphraseStrength("hospital")).toBeLessThan(2);
    expect(await passphraseStrength("gravel teapot onward Tuesday")).toBe(4);
  });
});

describe("why something did not open", () => {
  const now = 1_000_000;

  it("says what is safe before what failed", () => {
    const failures = [
      { type: "WrongKey", triesLeft: 3 },
      { type: "Wait", until: instant(now + 5000) },
      { type: "NotARecoveryCode", unknown: [] },
      { type: "NoSuchJournal" },
      { type: "SlotsUnreadable", reason: "damaged" },
      { type: "TooLittleMemory", mebibytes: 64 },
      { type: "StorageFull" },
      { type: "NewerVersion" },
    ] as const;
    for (const failure of failures) {
      expect(unlockFailureText(failure, { now })).toMatch(/safe|kept|[Nn]othing has changed/);
    }
  });

  it("gives a pause in seconds, then in minutes, never less than a second", () => {
    expect(waitText(-5)).toBe("1 second");
    expect(waitText(59_001)).toBe("60 seconds");
    expect(waitText(121_000)).toBe("3 minutes");
  });
});

describe("the cover offered first", () => {
  it("has a symbol that no shown journal has, as long as there is one", () => {
    const covers = fc.array(
      fc.record({
        symbol: fc.constantFrom(...coverSymbols),
        colour: fc.constantFrom(...coverColours),
      }),
      { maxLength: 11 },
    );
    fc.assert(
      fc.property(covers, (taken: readonly Cover[]) => {
        const shown = taken.map((cover, index) => ({ id: `j${index}` as JournalId, cover }));
        expect(taken.map(({ symbol }) => symbol)).not.toContain(firstFreeCover(shown).symbol);
      }),
    );
  });
});
