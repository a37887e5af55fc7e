import fc from "fast-check";
import * as v from "valibot";
import {
  type JournalRecord,
  journalRecordSchema,
  type RecordKind,
} from "#core/record/JournalRecord.ts";

const id = fc.stringMatching(/^[\w-]{1,22}$/);
const moment = fc.integer({ min: -8.64e15, max: 8.64e15 });
const maybe = <T>(some: fc.Arbitrary<T>) => fc.option(some, { nil: null });
/** Any words that can be written as UTF-8: emoji, right-to-left, NUL, markup, and names JavaScript treats as special. */
export const words = fc.oneof(
  fc.string({ unit: "binary", maxLength: 40 }),
  fc.string({ unit: "grapheme", maxLength: 40 }),
  fc.constantFrom("", "__proto__", "constructor", "/@", "a/b", "\u0000", "<b>x</b>", "\r\n"),
);
/** Marks of sentences, as `sentenceMark` makes them. */
const marks = fc.constantFrom("00", "v0", "0a vv");
const rewritingKey = ({ by, part, n }: { by: string; part: string; n: number }) =>
  `${by} ${part} ${n}`;
const number = fc.double({ noDefaultInfinity: true, noNaN: true });
const day = fc
  .date({
    min: new Date("0001-01-01T00:00:00Z"),
    max: new Date("9999-12-31T00:00:00Z"),
    noInvalidDate: true,
  })
  .map((date) => date.toISOString().slice(0, 10));
const unique = <T>(item: fc.Arbitrary<T>, by: (item: T) => unknown = (x) => x) =>
  fc.uniqueArray(item, { maxLength: 6, selector: by });
const kept = { id, createdAt: moment, editedAt: moment, deletedAt: maybe(moment) };
const answer = fc.record({
  text: words,
  quotes: unique(
    fc.record({
      entry: id,
      text: words,
      start: fc.nat(),
      end: fc.nat(),
      happenedAt: fc.option(moment),
    }),
    ({ entry, start, end }) => `${entry} ${start} ${end}`,
  ),
});
const texts = (...names: string[]) =>
  Object.fromEntries(names.map((name) => [name, words] as const));

const space = fc.stringMatching(/^[\w-]{22}$/);
const member = fc.stringMatching(/^[\w-]{43}$/);
const shared = { ...kept, space, by: member, editedBy: member };
const groups = {
  changeKind: fc.constantFrom("unsaid", "role", "stop-doing"),
  stage: fc.constantFrom("creating", "developing", "adopted", "diffused", "resting"),
  cause: fc.record(texts("servedWorst", "gains", "couldLose")),
  involvement: fc.record(texts("heard", "part", "thanks")),
  known: fc.record({
    ...texts("triedHere", "evidence"),
    scope: fc.constantFrom("unsaid", "local", "wider"),
  }),
  people: fc.record({
    supporters: unique(
      fc.record({
        id: words,
        who: words,
        part: fc.constantFrom("lead", "co-lead", "supporter", "sponsor"),
        brings: words,
      }),
      ({ id: named }) => named,
    ),
    ...texts("missingVoice", "sponsorAsk"),
  }),
  resources: fc.record(texts("people", "time", "space", "kit", "goodwill", "gaps")),
  time: fc.record(texts("hours", "whose", "agreedBy", "until")),
  money: fc.record({
    type: fc.constantFrom("unsaid", "none", "in-kind", "small", "pooled"),
    ...texts("amount", "contributors", "horizon", "mayChange", "report"),
  }),
  worries: fc.record({
    ...texts("said", "teaches", "reply"),
    sources: unique(fc.constantFrom("fear", "workload", "rules", "past-reforms", "indifference")),
  }),
  governance: fc.record({
    projectType: fc.constantFrom("unsaid", "audit", "unsure"),
    ...texts("registration", "checks"),
  }),
};

const byKind: Record<RecordKind, fc.Arbitrary<unknown>> = {
  entry: fc.record({
    kind: fc.constant("entry"),
    ...kept,
    model: id,
    parts: unique(fc.record({ part: words, label: words, text: words }), ({ part }) => part),
    happened: fc.record({ at: moment, precision: fc.constantFrom("minute", "day", "unknown") }),
    feeling: fc.constantFrom("went-well", "got-in-the-way", "neither"),
    tags: unique(words),
    setting: words,
    roles: unique(words),
    forAppraisal: fc.boolean(),
    origin: fc.oneof(
      fc.record({ type: fc.constant("written") }),
      fc.record({ type: fc.constantFrom("imported", "example"), batch: id }),
    ),
  }),
  theme: fc.record({
    kind: fc.constant("theme"),
    ...kept,
    name: words,
    members: unique(
      fc.record({ entry: id, how: fc.constantFrom("said", "put-in", "found"), at: moment }),
      ({ entry }) => entry,
    ),
    takenOut: unique(id),
    dismissedAt: maybe(moment),
    promptAnsweredAt: maybe(moment),
  }),
  judgement: fc.record({
    kind: fc.constant("judgement"),
    ...kept,
    entry: id,
    earlier: id,
    verdict: fc.constantFrom("same", "different"),
  }),
  proposal: fc.record({
    kind: fc.constant("proposal"),
    ...kept,
    title: words,
    theme: maybe(id),
    problem: answer,
    linkedEntries: fc.nat(),
    idea: answer,
    ...groups,
    measuring: fc.record({
      measures: unique(
        fc.record({
          id: words,
          ...texts("name", "unit"),
          better: fc.constantFrom("increase", "decrease", "neutral"),
          chart: fc.constantFrom("auto", "run", "xmr"),
          target: maybe(number),
          fixFirst: maybe(fc.integer({ min: 12, max: 5000 })),
          screening: fc.boolean(),
        }),
        ({ id: named }) => named,
      ),
      points: unique(
        fc.record({ id: words, measure: words, on: day, value: number }),
        ({ id: named }) => named,
      ),
      changes: unique(
        fc.record({ id: words, on: day, what: words, restarts: fc.boolean() }),
        ({ id: named }) => named,
      ),
    }),
  }),
  model: fc.record({
    kind: fc.constant("model"),
    ...kept,
    name: words,
    parts: unique(fc.record({ part: words, title: words, prompt: words }), ({ part }) => part),
  }),
  preferences: fc.record({
    kind: fc.constant("preferences"),
    ...kept,
    lockMinutes: fc.integer({ min: 1, max: 15 }),
    reminders: fc.boolean(),
  }),
  "space-facts": fc.record({
    kind: fc.constant("space-facts"),
    ...shared,
    name: words,
    answerBox: maybe(id),
  }),
  "member-name": fc.record({ kind: fc.constant("member-name"), ...shared, name: words }),
  "shared-proposal": fc.record({
    kind: fc.constant("shared-proposal"),
    ...shared,
    source: maybe(id),
    ...texts("title", "problem", "idea"),
    ...groups,
    excerpts: unique(
      fc.record({
        id: words,
        under: fc.constantFrom("problem", "idea"),
        text: words,
        happenedAt: fc.option(moment),
        by: member,
      }),
      ({ id: named }) => named,
    ),
    authors: unique(member),
    voices: unique(id),
    rewritings: unique(
      fc.record({
        by: member,
        part: words,
        n: fc.nat(9),
        saw: fc.dictionary(member, fc.nat(9)),
        was: marks,
        now: words,
      }),
      rewritingKey,
    ).map((all) => all.toSorted((a, b) => (rewritingKey(a) < rewritingKey(b) ? -1 : 1))),
    withdrawnAt: maybe(moment),
  }),
  comment: fc.record({
    kind: fc.constant("comment"),
    ...shared,
    about: id,
    replyTo: maybe(id),
    text: words,
  }),
  thanks: fc.record({
    kind: fc.constant("thanks"),
    ...shared,
    about: maybe(id),
    to: maybe(member),
    text: words,
  }),
  ask: fc.record({ kind: fc.constant("ask"), ...shared, words, isOpen: fc.boolean() }),
  "voice-box": fc.record({
    kind: fc.constant("voice-box"),
    ...shared,
    takes: fc.constantFrom("voices", "answers"),
    ...texts("publicKey", "secretKey", "question"),
    thanks: unique(
      fc.record({ id: words, voice: id, text: words, by: member, at: moment }),
      ({ id: named }) => named,
    ),
    isOpen: fc.boolean(),
  }),
  voice: fc.record({
    kind: fc.constant("voice"),
    ...kept,
    space,
    box: id,
    ...texts("text", "name"),
    from: maybe(fc.constantFrom("patient", "carer", "community")),
    asideAt: maybe(moment),
  }),
  answer: fc.record({
    kind: fc.constant("answer"),
    ...kept,
    space,
    ask: id,
    says: fc.constantFrom("often", "sometimes", "never"),
    serial: fc.nat(),
  }),
};

/** Any valid record of a kind. */
export const arbitraryRecord = (kind: RecordKind): fc.Arbitrary<JournalRecord> =>
  byKind[kind].map((record) => v.parse(journalRecordSchema, record));

/** Every kind of record there is. */
export const kinds = Object.keys(byKind).filter((kind): kind is RecordKind => kind in byKind);

/** Any valid record. */
export const anyRecord: fc.Arbitrary<JournalRecord> = fc.oneof(...kinds.map(arbitraryRecord));

/** Any valid record of a person's own: what may leave and enter in an export. */
export const anyPrivateRecord: fc.Arbitrary<JournalRecord> = fc.oneof(
  ...kinds.map(arbitraryRecord).slice(0, 6),
);
