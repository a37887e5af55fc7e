import { expect, test } from "vitest";
import { instant } from "#base/Clock.ts";
import type { EntryId } from "#core/identifiers.ts";
import { expired } from "#vault/emptyBin.ts";
import { entryOf, listenTo, openDevice, today, value } from "./openTestJournal.ts";

const day = 24 * 60 * 60 * 1000;
const id = "e" as EntryId;
const binned = (days: number) => new Map([[id, today - days * day]]);

test("what has been in the bin for thirty days goes, what has not stays", () => {
  const before = instant(today - 1000);
  expect(expired(binned(31), today, before)).toEqual([id]);
  expect(expired(binned(29), today, before)).toEqual([]);
});

test("nothing goes because this clock, or the one at the last unlock, is wrong", () => {
  const nextYear = instant(today + 365 * day);
  const lastYear = instant(today - 365 * day);
  expect(expired(binned(1), nextYear, today)).toEqual([]);
  expect(expired(binned(1), today, nextYear)).toEqual([]);
  expect(expired(binned(31), lastYear, today)).toEqual([]);
  expect(expired(binned(31), today, null)).toEqual([]);
});

test("an unlocked journal drops what lay too long in its bin, and only that", async () => {
  const device = await openDevice();
  const { vault } = device.tab();
  const texts = { old: 40, recent: 10 };
  const entries = Object.entries(texts).map(([text, days]) =>
    entryOf(text, { deletedAt: instant(today - days * day) }),
  );
  const kept = entryOf("kept");
  value(await vault.save([...entries, kept].map((next) => ({ basis: null, next }))));
  const later = await listenTo(device.tab(undefined, { unlockedAt: instant(today - day) }));
  await later.until(() => later.news.some(({ type }) => type === "removed"));
  expect([...later.records.keys()].toSorted()).toEqual([entries[1]?.id, kept.id].toSorted());
  expect(device.memory.documents.size).toBe(2);
});
