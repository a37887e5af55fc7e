import fc from "fast-check";
import { expect, test } from "vitest";
import { instant } from "#base/Clock.ts";
import type { Entry } from "#core/entry/Entry.ts";
import type { BatchId, EntryId, ModelId, ThemeId } from "#core/identifiers.ts";
import type { JournalRecord } from "#core/record/JournalRecord.ts";
import type { Theme } from "#core/theme/Theme.ts";
import { createReplica } from "#replica/createReplica.ts";
import { seededRandom } from "./seededRandom.ts";

const replica = createReplica(seededRandom(2));
const at = instant(1_795_321_251_000);
const entry: Entry = {
  kind: "entry",
  id: "e1" as EntryId,
  model: "era" as ModelId,
  parts: [
    { part: "era.experience", label: "", text: "The porter came late." },
    { part: "era.reflection", label: "", text: "" },
  ],
  happened: { at, precision: "minute" },
  feeling: "neither",
  tags: ["porters"],
  setting: "Ward 4",
  roles: [],
  forAppraisal: false,
  origin: { type: "imported", batch: "b1" as BatchId },
  createdAt: at,
  editedAt: at,
  deletedAt: null,
};

/** What comes out when two people edit `before` apart. */
function apart<R extends JournalRecord>(before: R, one: Partial<R>, other: Partial<R>): R {
  const state = replica.begin(before);
  const mine = replica.revise(state, { ...before, ...one });
  const theirs = replica.revise(state, { ...before, ...other });
  if (!mine.ok || !theirs.ok) throw new Error("malformed");
  const merged = replica.merge(mine.value, theirs.value);
  const read = merged.ok ? replica.read(merged.value) : merged;
  if (!read.ok) throw new Error("malformed");
  return read.value as R;
}
const saying = (experience: string, reflection = ""): Pick<Entry, "parts"> => ({
  parts: [
    { part: "era.experience", label: "", text: experience },
    { part: "era.reflection", label: "", text: reflection },
  ],
});

test("edits of different fields apart both stay", () => {
  expect(apart(entry, { feeling: "got-in-the-way" }, { setting: "Ward 5" })).toMatchObject({
    feeling: "got-in-the-way",
    setting: "Ward 5",
  });
});

test("edits of different parts apart both stay", () => {
  const merged = apart(
    entry,
    saying("The porter came an hour late."),
    saying("The porter came late.", "Nobody had told him."),
  );
  expect(merged.parts.map(({ text }) => text)).toEqual([
    "The porter came an hour late.",
    "Nobody had told him.",
  ]);
});

test("insertions into one text apart both stay", () => {
  const merged = apart(
    entry,
    saying("On Monday the porter came late."),
    saying("The porter came late. Again."),
  );
  expect(merged.parts[0]?.text).toContain("On Monday the porter");
  expect(merged.parts[0]?.text).toContain("came late. Again.");
});

test("insertions of any words at any two places of a text both stay", () => {
  const inserted = fc.string({ unit: "grapheme", minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(inserted, inserted, fc.nat(21), fc.nat(21), (mine, theirs, here, there) => {
      const text = entry.parts[0]?.text ?? "";
      const put = (words: string, place: number) =>
        saying(`${text.slice(0, place)}⟪${words}⟫${text.slice(place)}`);
      const merged = apart(entry, put(mine, here), put(theirs, there)).parts[0]?.text ?? "";
      expect(merged.length).toBe(text.length + mine.length + theirs.length + 4);
      if (here !== there) {
        expect(merged).toContain(`⟪${mine}⟫`);
        expect(merged).toContain(`⟪${theirs}⟫`);
      }
    }),
  );
});

test("words written by two people into a part that neither had are both there", () => {
  const part = (text: string) => [
    ...entry.parts,
    { part: "era.action", label: "What next?", text },
  ];
  const merged = apart(entry, { parts: part("Ask.") }, { parts: part("Phone.") });
  const added = merged.parts.filter((one) => one.part === "era.action");
  expect(added).toHaveLength(1);
  expect(added[0]?.text).toContain("Ask.");
  expect(added[0]?.text).toContain("Phone.");
});

test("tags added apart are both there, once where they are the same, and removed ones stay removed", () => {
  expect(
    apart(
      entry,
      { tags: ["porters", "delay", "lift"] },
      { tags: ["delay", "night"] },
    ).tags.toSorted(),
  ).toEqual(["delay", "lift", "night"]);
});

test("a part removed while somebody wrote into it comes back with those words", () => {
  const merged = apart(
    entry,
    { parts: entry.parts.slice(1) },
    saying("The porter came late. He had three jobs at once."),
  );
  const text = merged.parts.find(({ part }) => part === "era.experience")?.text;
  expect(text).toContain("He had three jobs at once.");
});

test("a part removed while nobody wrote into it is gone", () => {
  const merged = apart(entry, { parts: entry.parts.slice(0, 1) }, { setting: "Ward 6" });
  expect(merged.parts.map(({ part }) => part)).toEqual(["era.experience"]);
});

test("entries put into a theme apart are all in it, in the order in which each was put", () => {
  const theme: Theme = {
    kind: "theme",
    id: "t1" as ThemeId,
    name: "",
    members: [{ entry: entry.id, how: "said", at }],
    takenOut: [],
    dismissedAt: null,
    promptAnsweredAt: null,
    createdAt: at,
    editedAt: at,
    deletedAt: null,
  };
  const member = (id: string) => ({ entry: id as EntryId, how: "put-in" as const, at });
  const merged = apart(
    theme,
    { members: [...theme.members, member("a1"), member("a2")] },
    { members: [member("b1"), ...theme.members] },
  );
  expect(merged.members.map(({ entry: id }) => id)).toEqual(["b1", "e1", "a1", "a2"]);
});

test("any order given to parts is the order read, also after many moves", () => {
  const orders = fc.array(fc.shuffledSubarray(["a", "b", "c", "d", "e", "f"], { minLength: 1 }), {
    maxLength: 60,
  });
  fc.assert(
    fc.property(orders, (moves) => {
      let state = replica.begin({ ...entry, parts: [] });
      for (const order of moves) {
        const parts = order.map((part) => ({ part, label: "", text: part }));
        const next = replica.revise(state, { ...entry, parts });
        if (!next.ok) throw new Error("malformed");
        state = next.value;
        const read = replica.read(state);
        expect(read.ok && read.value.kind === "entry" && read.value.parts).toEqual(parts);
      }
    }),
    { numRuns: 30 },
  );
});

test("repeated parts and tags are kept apart, not lost", () => {
  const parts = [
    { part: "free.text", label: "", text: "one" },
    { part: "free.text", label: "", text: "two" },
  ];
  expect(apart(entry, { parts, tags: ["x", "x"] }, {})).toMatchObject({ parts, tags: ["x", "x"] });
});

test("a text saved on every pause grows by what was typed and a few bytes for each save", () => {
  let state = replica.begin({ ...entry, parts: [] });
  const empty = state.length;
  let text = "";
  for (let pause = 0; pause < 500; pause += 1) {
    text += "words ";
    const parts = [{ part: "free.text", label: "", text }];
    const next = replica.revise(state, { ...entry, parts, editedAt: instant(at + pause) });
    const merged = next.ok ? replica.merge(state, next.value) : next;
    if (!merged.ok) throw new Error("malformed");
    state = merged.value;
  }
  expect((state.length - empty - text.length) / 500).toBeLessThan(25);
});

test("two things written on one and the same state are never taken for one", () => {
  const state = replica.begin(entry);
  const texts = ["One way.", "Another way.", "A third."];
  const revised = texts.map((text) => replica.revise(state, { ...entry, ...saying(text) }));
  const merged = revised.reduce<Uint8Array>((all, one) => {
    const both = one.ok ? replica.merge(all, one.value) : one;
    if (!both.ok) throw new Error("malformed");
    return both.value;
  }, state);
  const read = replica.read(merged);
  const text = read.ok && read.value.kind === "entry" ? read.value.parts[0]?.text : "";
  for (const word of ["One", "nother", "third"]) expect(text).toContain(word);
});
