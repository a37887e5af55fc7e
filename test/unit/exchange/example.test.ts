import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { instant } from "#base/Clock.ts";
import { entryText } from "#core/entry/entryText.ts";
import { exampleRemoval } from "#core/exchange/exampleRemoval.ts";
import type { EntryId } from "#core/identifiers.ts";
import type { Proposal } from "#core/proposal/Proposal.ts";
import { journalRecordSchema } from "#core/record/JournalRecord.ts";
import type { Judgement, Theme } from "#core/theme/Theme.ts";
import { exampleJournal } from "#exchange/example/exampleJournal.ts";
import { seededRandom } from "../replica/seededRandom.ts";
import { batch, isEntry, now } from "./importing.ts";

const day = 24 * 60 * 60 * 1000;
const records = exampleJournal(batch, now, seededRandom(7));
const entries = records.filter(isEntry);
const themes = records.filter((record): record is Theme => record.kind === "theme");
const judgements = records.filter((record): record is Judgement => record.kind === "judgement");
const proposals = records.filter((record): record is Proposal => record.kind === "proposal");

describe("the example journal", () => {
  test("has some sixty valid entries over the past year, each marked as an example", () => {
    expect(entries).toHaveLength(61);
    for (const record of records) expect(v.parse(journalRecordSchema, record)).toEqual(record);
    for (const entry of entries) {
      expect(entry.origin).toEqual({ type: "example", batch });
      expect(entryText(entry)).not.toBe("");
      expect(entry.happened.at).toBeLessThan(now);
      expect(entry.happened.at).toBeGreaterThan(now - 366 * day);
    }
    expect(new Set(entries.map(entryText)).size).toBe(entries.length);
  });

  test("is written at any moment of any year without leaving the past", () => {
    for (const at of [Date.UTC(2028, 1, 29), Date.UTC(2026, 2, 29, 1, 30), Date.UTC(2030, 0, 1)]) {
      const some = exampleJournal(batch, instant(at), seededRandom(7)).filter(isEntry);
      expect(Math.max(...some.map((entry) => entry.happened.at))).toBeLessThan(at);
    }
  });

  test("uses models, feelings, tags, settings and roles, and has entries for appraisal", () => {
    const used = new Set<string>(entries.map((entry) => entry.model));
    expect([...used].sort()).toEqual(["era", "excellence", "free", "gibbs", "schon", "what"]);
    expect(new Set(entries.map((entry) => entry.feeling)).size).toBe(3);
    expect(entries.filter((entry) => entry.forAppraisal).length).toBeGreaterThan(5);
    expect(entries.some((entry) => entry.roles.includes("Student nurse"))).toBe(true);
  });

  test("names nobody: no titles, no surnames after them, no numbers that could be someone's", () => {
    for (const entry of entries)
      expect(entryText(entry)).not.toMatch(
        /\b(?:Mr|Mrs|Ms|Miss|Dr|Prof)\b|\b\d{5,}\b|\b(?:bay|bed|room) \d|@|\b[A-Z]{1,2}\d{1,2}[A-Z]? ?\d[A-Z]{2}\b/,
      );
  });

  test("holds two themes whose members, judgements and dates agree", () => {
    expect(themes.map((theme) => theme.members.length)).toEqual([8, 7]);
    const ids = new Set<string>(entries.map((entry) => entry.id));
    for (const { members } of themes)
      for (const { entry } of members) expect(ids.has(entry)).toBe(true);
    expect(judgements).toHaveLength(13);
    for (const { entry, earlier } of judgements)
      expect(
        themes.some(({ members }) =>
          [entry, earlier].every((id) => members.some((member) => member.entry === id)),
        ),
      ).toBe(true);
    const lately = themes.map(
      ({ members }) =>
        members.filter(({ entry }) => {
          const { happened } = entries.find(({ id }) => id === entry) ?? {};
          return happened !== undefined && happened.at > now - 90 * day;
        }).length,
    );
    for (const count of lately) expect(count).toBeGreaterThanOrEqual(4);
  });

  test("every word of its draft proposal but the title comes from an entry", () => {
    const [proposal] = proposals;
    const all = entries.map(entryText);
    for (const answer of [proposal?.problem, proposal?.idea]) {
      expect(answer?.quotes.length).toBeGreaterThan(0);
      for (const quote of answer?.quotes ?? []) {
        const source = entries.find((entry) => entry.id === quote.entry);
        expect(source && entryText(source).slice(quote.start, quote.end)).toBe(quote.text);
      }
      for (const line of answer?.text.split("\n") ?? [])
        expect(all.some((text) => text.includes(line))).toBe(true);
    }
  });
});

describe("removing the example", () => {
  const ids = entries.map((entry) => entry.id);

  test("takes everything that came with it", () => {
    const removal = exampleRemoval(ids, { themes, judgements }, proposals);
    expect([...removal.purge].sort()).toEqual(records.map((record) => record.id).sort());
    expect(removal.themes).toEqual([]);
  });

  test("leaves what the person wrote: a theme with an own entry in it, a proposal they changed, their own", () => {
    const [first, second] = themes;
    const [draft] = proposals;
    if (!first || !second || !draft) throw new Error("the example lost its parts");
    const own = { entry: "own" as EntryId, how: "said" as const, at: now };
    const mixed = { ...second, members: [...second.members, own] };
    const changed = { ...draft, editedAt: instant(now + 1) };
    const mine = { ...draft, id: "mine" as Proposal["id"], theme: null };
    const removal = exampleRemoval(ids, { themes: [first, mixed], judgements }, [changed, mine]);
    expect(removal.themes).toEqual([{ ...mixed, members: [own] }]);
    expect(removal.purge).not.toContain(mixed.id);
    expect(removal.purge).not.toContain(draft.id);
    expect(removal.purge).not.toContain("mine");
  });
});
