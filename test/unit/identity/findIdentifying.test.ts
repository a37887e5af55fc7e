import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findIdentifying } from "#identity/findIdentifying.ts";
import { isNhsNumber } from "#identity/isNhsNumber.ts";
import { markIdentifying } from "#identity/markIdentifying.ts";
import { processorNow } from "../../processorNow.ts";
import { readGold } from "./readGold.ts";

const gold = [
  "heldOut",
  "wardNotes",
  "manyPlaces",
  "oneYear",
  "shortNotes",
  "mixedNotes",
  "staffNotes",
  "dayNotes",
  "teamNotes",
  "nightNotes",
  "visitNotes",
  "numberNotes",
  "lateNotes",
  "roundNotes",
  "handoverNotes",
  "writerKinds",
  "writerShorthand",
  "writerNumbers",
  "otherKinds",
  "otherNumbers",
  "thirdKinds",
  "thirdNumbers",
  "shorthandNotes",
  "clinicNotes",
  "bayNotes",
].flatMap((name) => readGold(readFileSync(new URL(`./${name}.txt`, import.meta.url), "utf8")));
const anyText = fc.oneof(
  fc.string({ unit: "binary", maxLength: 200 }),
  fc
    .array(
      fc.constantFrom(
        "Dr",
        "Anna",
        "Okafor",
        "NHS number",
        "943 476 5919",
        "5 May 2024",
        "07700 900123",
        "LS1 4AP",
        "12 Mill Lane, Leeds",
        "a.b@example.org",
        "\ud800",
        "😀",
        ". ",
        "bed 4",
        "aged 93",
        "hospital number",
        "K1234567",
      ),
      { maxLength: 30 },
    )
    .map((words) => words.join(" ")),
);
const nhsNumber = fc
  .integer({ min: 100_000_000, max: 999_999_999 })
  .map((nine) => Array.from({ length: 10 }, (_, last) => `${nine}${last}`).find(isNhsNumber))
  .filter((digits) => digits !== undefined);

describe("what may identify someone", () => {
  it("comes sorted, apart and inside the text, whatever the text", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        let past = 0;
        for (const { start, end } of findIdentifying(text)) {
          expect(start).toBeGreaterThanOrEqual(past);
          expect(end).toBeGreaterThan(start);
          past = end;
        }
        expect(past).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 500 },
    );
  });

  it("shifts with the text", () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 1, max: 60 }), (text, lines) => {
        const moved = findIdentifying("\n".repeat(lines) + text);
        expect(moved.map(({ start, kind }) => [start - lines, kind])).toEqual(
          findIdentifying(text).map(({ start, kind }) => [start, kind]),
        );
      }),
    );
  });

  it("holds any valid NHS number in any usual spacing, and no invalid one", () => {
    fc.assert(
      fc.property(nhsNumber, fc.constantFrom("", " ", "-", "\u00a0"), (digits, space) => {
        const spaced = [digits.slice(0, 3), digits.slice(3, 6), digits.slice(6)].join(space);
        const text = `Her NHS number is ${spaced}, I think.`;
        expect(findIdentifying(text)).toMatchObject([
          { kind: "NHS_NUMBER", start: 18, end: 18 + spaced.length, why: "nhs-check-digit" },
        ]);
        const wrong = digits.slice(0, 9) + ((Number(digits[9]) + 1) % 10);
        expect(findIdentifying(`Her NHS number is ${wrong}.`)).toEqual([]);
      }),
    );
  });

  it("is nothing in an empty text, one of emoji, or one in another script", () => {
    for (const text of [
      "",
      " \n ",
      "😀👩‍⚕️".repeat(50),
      "Пациент ждал четыре часа.",
      "患者等了四个小时。",
      "المريض انتظر",
    ])
      expect(markIdentifying(text)).toEqual([]);
  });

  it("takes bounded time on hostile text of 100,000 characters", () => {
    for (const piece of [
      "A",
      "1",
      "1 ",
      "A ",
      "Aa ",
      "1/",
      "@",
      "a.",
      "-",
      "Dr ",
      "0 ",
      "'",
      "1 Aa ",
      "😀",
      "(0",
      "Mill Lane, ",
      "the only very ",
      "é\u0301",
      "данные ",
      "数据",
      "مريض ",
      "Dr Aa ",
      "Mrs Ahmed, 84, ",
      "Will would not ",
      "The Royal ",
      "pt doris ",
      "1 aa ",
      "1/11 ",
      "flat 1 aa ",
      "Flat 1, ",
      "Aa, ",
      "Aa\n",
      "999 118 0222 ",
      "1.11 ",
      "K1234567 ",
      "hosp nos 8479149, ",
      "(on the old ",
      "bed 3 sarah banks ",
    ]) {
      const text = piece.repeat(Math.ceil(100_000 / piece.length));
      const began = processorNow();
      markIdentifying(text);
      expect(processorNow() - began, piece).toBeLessThan(5000);
    }
  });

  it("reaches its figures on sentences of its own", () => {
    const bars: Record<string, readonly [number, number]> = {
      PERSON: [0.93, 0.85],
      ADDRESS: [0.9, 0.8],
    };
    const counts = new Map<string, { right: number; extra: number; missed: number }>();
    const countOf = (kind: string) => {
      const count = counts.get(kind) ?? { right: 0, extra: 0, missed: 0 };
      counts.set(kind, count);
      return count;
    };
    for (const { text, spans } of gold) {
      const found = findIdentifying(text);
      for (const span of spans) {
        const hit = found.some(
          ({ kind, start, end }) =>
            kind === span.type &&
            Math.min(end, span.end) - Math.max(start, span.start) >= 0.7 * (span.end - span.start),
        );
        if (hit) countOf(span.type).right += 1;
        else countOf(span.type).missed += 1;
      }
      for (const { kind, start, end } of found)
        if (!spans.some((span) => span.type === kind && span.start < end && start < span.end))
          countOf(kind).extra += 1;
    }
    for (const kind of [
      "PERSON",
      "ADDRESS",
      "NHS_NUMBER",
      "DATE",
      "PHONE",
      "POSTCODE",
      "EMAIL",
      "HOSPITAL_NUMBER",
    ]) {
      const { right, extra, missed } = countOf(kind);
      const [precision, recall] = bars[kind] ?? [0.97, 0.97];
      expect(right / (right + extra), `${kind} precision`).toBeGreaterThanOrEqual(precision);
      expect(right / (right + missed), `${kind} recall`).toBeGreaterThanOrEqual(recall);
    }
  });

  it("knows beds, ages over 89, registration numbers and rare combinations", () => {
    const kinds = (text: string) => findIdentifying(text).map(({ kind }) => kind);
    expect(kinds("We found her in bed 14.")).toEqual(["BED"]);
    expect(kinds("A 94-year-old man fell.")).toEqual(["AGE"]);
    expect(kinds("An 84-year-old man fell.")).toEqual([]);
    expect(kinds("Pin 12A3456E was on the form.")).toEqual(["REGISTRATION"]);
    expect(kinds("GMC number 7123456 was on the form.")).toEqual(["REGISTRATION"]);
    expect(kinds("She came from Leeds General Infirmary to Addenbrooke's.")).toEqual([
      "CARE_PLACE",
      "CARE_PLACE",
    ]);
    expect(kinds("Day Surgery and Nelson Ward were full.")).toEqual([]);
    expect(kinds("He is the only paediatric heart surgeon in the county.")).toEqual([
      "COMBINATION",
    ]);
  });
});
