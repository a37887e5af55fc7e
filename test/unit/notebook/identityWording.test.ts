import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rewordText } from "#core/identity/rewordText.ts";
import { findIdentifying } from "#identity/findIdentifying.ts";
import { markIdentifying } from "#identity/markIdentifying.ts";
import { wordingText } from "#notebook/identityCheck/wordingText.ts";

/** The text with every suggestion accepted. */
const general = (text: string) =>
  rewordText(
    text,
    markIdentifying(text).flatMap(({ suggestion }) =>
      suggestion ? [{ ...suggestion, words: wordingText(suggestion) }] : [],
    ),
  );

describe("a general wording", () => {
  it.each([
    ["Dr Patel said the bay was full.", "A colleague said the bay was full."],
    ["Mrs Ahmed, 84, fell at four.", "A patient in her eighties fell at four."],
    ["Mr Lund (aged 72) fell at four.", "A patient in his seventies fell at four."],
    ["We sat with Mrs Ahmed, 84, until six.", "We sat with a patient in her eighties until six."],
    ["Mrs Ahmed, 84, who fell, is home.", "A patient in her eighties, who fell, is home."],
    ["Mr Jones, 84, bed 4, fell.", "A patient in his eighties, a bed on the ward, fell."],
    ["It happened on 3 November 2025.", "It happened in early November."],
    ["On 14/11/2025 we ran out again.", "In mid-November we ran out again."],
    ["On Monday the 3rd of November we ran out.", "In early November we ran out."],
    ["3 November was the worst day.", "Early November was the worst day."],
    ["We found her in bed 14 at ten.", "We found her in a bed on the ward at ten."],
    ["Bay 3 had no sink.", "A bay on the ward had no sink."],
    ["I rang the daughter, Priya Chen, twice.", "I rang the daughter twice."],
    ["Her son Leroy rang.", "Her son rang."],
    ["My mentor Gurpreet Dhillon watched me.", "My mentor watched me."],
    ["A patient called Agnes asked for tea.", "A patient asked for tea."],
    ["Muriel's daughter asked who was in charge.", "A patient's daughter asked who was in charge."],
    ["Mrs Jones' tablets were late.", "A patient’s tablets were late."],
    ["It was a Mr Patel who rang.", "It was a patient who rang."],
    ["Dear Priya, thank you.", "Dear [name left out], thank you."],
    ["Dr Patel told Dr Okafor.", "A colleague told another colleague."],
    ["Mrs Ahmed fell. We told Mrs Ahmed why.", "A patient fell. We told the patient why."],
    ["Mr and Mrs Smith were kind.", "A couple were kind."],
    ["Margaret Wood (dob 1937-02-13) fell.", "A patient (born in the 1930s) fell."],
    ["She was born on 17 August 1941.", "She was born in the 1940s."],
    ["Her NHS number is 943 476 5919, I think.", "Her NHS number is [left out], I think."],
    ["Then 943 476 5919 was read out.", "Then [NHS number left out] was read out."],
    ["She lives at 12 Mill Lane, Leeds, LS1 4AP, alone.", "She lives in the area, alone."],
    ["Going home to SA2 8QA today.", "Going home to [postcode left out] today."],
    ["A 94-year-old man fell.", "An older man fell."],
    ["She is aged 94 and lives alone.", "She is aged over ninety and lives alone."],
    ["mrs patel rang again", "a patient rang again"],
  ])("of “%s” reads well", (text, wording) => {
    expect(general(text)).toBe(wording);
  });

  it("is not made up for what only the person can tell", () => {
    const text = "He is the only paediatric heart surgeon in the county.";
    expect(markIdentifying(text)[0]?.suggestion).toBeNull();
    expect(general(text)).toBe(text);
  });

  const piece = fc.oneof(
    fc.constantFrom(
      "Dr Okafor",
      "Mrs Ahmed, 84,",
      "her son Leroy",
      "my mentor, Priya Chen,",
      "on 3 November 2025",
      "dob 12/03/1941",
      "bed 14",
      "12 Mill Lane, Leeds",
      "LS1 4AP",
      "943 476 5919",
      "07700 900123",
      "a.b@example.org",
      "hospital number K1234567",
      "aged 93",
      "A 94-year-old man",
      "Mrs Jones'",
      "a Mr Patel",
      "Muriel's daughter",
      "rang",
      "was late.",
      "and",
      "fell",
      "😀",
      "\n- ",
      ".",
      ",",
    ),
    fc.string({ unit: "binary", maxLength: 12 }),
  );
  const texts = fc.array(piece, { maxLength: 24 }).map((pieces) => pieces.join(" "));

  it("stands in for at least its mark, inside the text, apart from every other", () => {
    fc.assert(
      fc.property(texts, (text) => {
        const marks = markIdentifying(text);
        let past = 0;
        for (const [at, { start, end, suggestion }] of marks.entries()) {
          if (suggestion === null) continue;
          expect(suggestion.start).toBeGreaterThanOrEqual(past);
          expect(suggestion.start).toBeLessThanOrEqual(start);
          expect(suggestion.end).toBeGreaterThanOrEqual(end);
          expect(suggestion.end).toBeLessThanOrEqual(marks[at + 1]?.start ?? text.length);
          past = suggestion.end;
        }
      }),
      { numRuns: 500 },
    );
  });

  it("changes nothing outside what it stands in for, whichever are accepted", () => {
    fc.assert(
      fc.property(texts, fc.infiniteStream(fc.boolean()), (text, choices) => {
        const taken = markIdentifying(text).flatMap(({ suggestion }) =>
          suggestion && choices.next().value
            ? [{ ...suggestion, words: wordingText(suggestion) }]
            : [],
        );
        const written = rewordText(text, taken);
        let [from, to] = [0, 0];
        for (const { start, end, words } of taken) {
          expect(written.slice(to, to + start - from)).toBe(text.slice(from, start));
          to += start - from;
          expect(written.slice(to, to + words.length)).toBe(words);
          [from, to] = [end, to + words.length];
        }
        expect(written.slice(to)).toBe(text.slice(from));
      }),
      { numRuns: 500 },
    );
  });

  it("leaves no mark of its kind where it was put", () => {
    fc.assert(
      fc.property(texts, (text) => {
        const taken = markIdentifying(text).flatMap(({ kind, suggestion }) =>
          suggestion ? [{ ...suggestion, kind, words: wordingText(suggestion) }] : [],
        );
        const again = findIdentifying(rewordText(text, taken));
        let shift = 0;
        for (const { start, end, kind, words } of taken) {
          const [from, to] = [start + shift, start + shift + words.length];
          shift += words.length - (end - start);
          const left = again.filter(
            (mark) => mark.kind === kind && mark.start < to && from < mark.end,
          );
          expect(left).toEqual([]);
        }
      }),
      { numRuns: 500 },
    );
  });
});
