import { readFileSync } from "node:fs";
import { base64 } from "@scure/base";
import * as v from "valibot";
import { expect, test } from "vitest";
import { createBackupFormat } from "#app/workers/vault/createBackupFormat.ts";
import { createKeyRing } from "#app/workers/vault/createKeyRing.ts";
import { type EntryId, idSchema, type JournalId } from "#core/identifiers.ts";
import { createReplica } from "#replica/createReplica.ts";
import { createVault } from "#vault/createVault.ts";
import { noCovers, openMemoryCovers } from "../../contract/storage/memoryCovers.ts";
import { emptyMemory, openMemoryRows } from "../../contract/storage/memoryRows.ts";
import { seededRandom } from "../replica/seededRandom.ts";
import { onlyTab } from "./onlyTab.ts";
import { draftOf, textOf, today, value } from "./openTestJournal.ts";

const sealed = v.pipe(
  v.string(),
  v.transform((text) => base64.decode(text)),
);
const fixtureSchema = v.object({
  journalId: idSchema<JournalId>(),
  passphrase: v.string(),
  words: v.array(v.string()),
  slots: v.unknown(),
  documents: v.array(v.object({ id: v.string(), rev: v.number(), sealed })),
  views: v.array(v.object({ order: v.number(), id: v.string(), sealed })),
  versions: v.array(v.object({ number: v.number(), of: v.string(), sealed })),
  drafts: v.array(v.object({ id: v.string(), sealed })),
  expected: v.object({
    items: v.array(v.unknown()),
    draft: v.string(),
    entry: idSchema<EntryId>(),
  }),
});

/** A journal as a released version left it on a device, opened with its key. */
async function openReleased(version: number, how: "passphrase" | "recovery") {
  const file = new URL(`./fixtures/journalV${version}.json`, import.meta.url);
  const fixture = v.parse(fixtureSchema, JSON.parse(readFileSync(file, "utf8")));
  const { journalId: id, passphrase, words, slots } = fixture;
  const random = seededRandom(1);
  const keys = createKeyRing(random);
  const typed =
    how === "passphrase"
      ? ({ type: "passphrase", passphrase } as const)
      : ({ type: "recovery", words } as const);
  const sealer = value(await keys.unlock(id, slots, typed));
  const memory = emptyMemory();
  for (const row of fixture.documents) memory.documents.set(row.id, row);
  for (const row of fixture.views) memory.views.set(row.id, row);
  for (const row of fixture.drafts) memory.drafts.set(row.id, row.sealed);
  memory.versions = fixture.versions;
  memory.last = 1000;
  const { vault } = createVault(
    {
      id,
      covers: openMemoryCovers(noCovers()),
      keys,
      rows: openMemoryRows(memory),
      sealer,
      backups: createBackupFormat(),
      replica: createReplica(random),
      siblings: { tell: () => undefined, hear: () => undefined, close: () => undefined },
      clock: { now: () => today },
      random,
      ...onlyTab,
    },
    { cover: { symbol: "leaf", colour: "green" }, hidden: false, unlockedAt: null },
  );
  return { vault, memory, expected: fixture.expected };
}

test.each([1])(
  "everything a journal of version %i holds is read as it was written",
  async (version) => {
    const { vault, memory, expected } = await openReleased(version, "passphrase");
    // A record may say more since; what it said then, it says still.
    expect(value(await vault.exportPage(null)).items).toMatchObject(expected.items);
    // Lists go by the views; the documents have to say the same.
    memory.views.forEach((row, id) => {
      memory.views.set(id, { ...row, sealed: new Uint8Array() });
    });
    expect(value(await vault.exportPage(null)).items).toMatchObject(expected.items);
    expect(await vault.unreadable()).toEqual([]);
  },
);

test.each([1])(
  "a journal of version %i is written on, from its drafts and its entries",
  async (version) => {
    const { vault, expected } = await openReleased(version, "recovery");
    const [draft] = value(await vault.drafts());
    if (!draft) throw new Error("a draft");
    expect(draft.parts[0]?.text).toBe(expected.draft);
    expect(textOf(value(await vault.keepDraft(draft)).entry)).toBe(expected.draft);
    const { basis } = value(await vault.open(expected.entry));
    const edit = draftOf("Fourth.", { of: { entry: expected.entry, basis } });
    expect(textOf(value(await vault.keepDraft(edit)).entry)).toBe("Fourth.");
    expect(value(await vault.history(expected.entry)).map(({ record }) => textOf(record))).toEqual([
      expected.draft,
      "Second.",
      "First.",
    ]);
  },
);
