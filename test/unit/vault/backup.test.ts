import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Encrypter } from "age-encryption";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { BatchId } from "#core/identifiers.ts";
import type { Vault } from "#core/journal/Vault.ts";
import type { JournalRecord } from "#core/record/JournalRecord.ts";
import { anyRecord } from "../replica/arbitraryRecord.ts";
import {
  ageFile,
  backUp,
  everything,
  openTestApp,
  passphrase,
  type TestApp,
} from "./openTestApp.ts";
import { draftOf, entryOf, textOf, value } from "./openTestJournal.ts";

const newJournal = (words: readonly string[]) =>
  ({
    cover: { symbol: "bird", colour: "slate" },
    hiddenName: null,
    passphrase: "another four plain words",
    recoveryWords: words,
  }) as const;

/** What the device holds, to see that nothing of it changed. */
const wholeDevice = ({ covers, stores }: TestApp) =>
  JSON.stringify([
    [...covers.rows],
    [...stores].map(([id, { documents, views, versions, drafts }]) => [
      id,
      [...documents],
      [...views],
      versions,
      [...drafts],
    ]),
  ]);

/** A journal with an edited entry, an imported one, one in the bin, and drafts, one of them an edit under way. */
async function livedIn(app: TestApp) {
  const { words, id } = await app.begin();
  const vault = app.vault();
  const kept = value(await vault.keepDraft(draftOf("The lift was out again.")));
  const first = value(await vault.open(kept.entry.id));
  value(
    await vault.keepDraft(
      draftOf("The lift was out again, both of them.", {
        of: { entry: kept.entry.id, basis: first.basis },
      }),
    ),
  );
  await vault.stageImport("b" as BatchId, [
    entryOf("Imported once."),
    entryOf("In the bin.", { deletedAt: app.clock.now() }),
  ]);
  value(await vault.commitImport("b" as BatchId));
  const second = value(await vault.open(kept.entry.id));
  const editing = draftOf("Both lifts were out again, both of them.", {
    of: { entry: kept.entry.id, basis: second.basis },
  });
  value(await vault.saveDraft(editing));
  value(await vault.saveDraft(draftOf("Not yet finis")));
  return { words, id, entry: kept.entry.id, editing };
}

describe("a backup", () => {
  test("restored on an empty device is the identical journal: records, history, bin and drafts", async () => {
    const old = openTestApp(1);
    const { words } = await livedIn(old);
    const bytes = await backUp(old.vault());
    const before = await everything(old.vault());

    const empty = openTestApp(2);
    const contents = value(await empty.door.readBackup(ageFile(bytes), words));
    expect(contents).toMatchObject({ entries: 3, others: 0, drafts: 2, versions: 1 });
    expect(contents.cover).toEqual({ symbol: "shell", colour: "rose" });
    const id = value(await empty.door.restore(ageFile(bytes), newJournal(words)));
    expect(await everything(empty.vault())).toEqual(before);
    for (const how of [
      { type: "passphrase", passphrase: "another four plain words" },
      { type: "recovery", words },
    ] as const)
      expect(await empty.door.unlock(id, how)).toMatchObject({ ok: true });
    expect(await empty.door.unlock(id, { type: "passphrase", passphrase })).toMatchObject({
      error: { type: "WrongKey" },
    });
  });

  test("an edit that was under way merges after a restore as it would have before", async () => {
    const old = openTestApp(1);
    const { words, entry, editing } = await livedIn(old);
    // Written elsewhere after the draft was begun.
    const opened = value(await old.vault().open(entry));
    const next = {
      ...opened.record,
      parts: [{ part: "free.text", label: "", text: `${textOf(opened.record)} Since May.` }],
    };
    value(await old.vault().save([{ basis: opened.basis, next: next as JournalRecord }]));
    const bytes = await backUp(old.vault());
    const app = openTestApp(2);
    value(await app.door.restore(ageFile(bytes), newJournal(words)));
    const [draft] = value(await app.vault().drafts()).filter(({ of }) => of !== null);
    const merged = value(await app.vault().keepDraft(draft ?? editing));
    expect(textOf(merged.entry)).toBe("Both lifts were out again, both of them. Since May.");
  });

  test("restored beside the journal it came from leaves that one as it is", async () => {
    const app = openTestApp(3);
    const { words, id } = await livedIn(app);
    const bytes = await backUp(app.vault());
    const rows = JSON.stringify([...(app.stores.get(id)?.views ?? [])]);
    value(await app.door.restore(ageFile(bytes), newJournal(words)));
    expect(value(await app.door.journals())).toHaveLength(2);
    expect(JSON.stringify([...(app.stores.get(id)?.views ?? [])])).toBe(rows);
  });

  test("of any records is restored identical", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(anyRecord, { selector: ({ id }) => id, minLength: 1, maxLength: 8 }),
        fc.integer({ min: 1, max: 1000 }),
        async (records, seed) => {
          const app = openTestApp(seed);
          const { words } = await app.begin();
          await app.vault().stageImport("b" as BatchId, records);
          value(await app.vault().commitImport("b" as BatchId));
          const before = await everything(app.vault());
          const bytes = await backUp(app.vault());
          value(await app.door.restore(ageFile(bytes), newJournal(words)));
          expect(await everything(app.vault())).toEqual(before);
        },
      ),
      { numRuns: 10 },
    );
  });

  test("cut at 50 places is refused whole at each, and nothing on the device changes", async () => {
    const old = openTestApp(4);
    const { words } = await livedIn(old);
    const many = Array.from({ length: 400 }, (_, at) =>
      entryOf(`Entry ${at} ${"word ".repeat(40)}`),
    );
    await old.vault().stageImport("c" as BatchId, many);
    value(await old.vault().commitImport("c" as BatchId));
    const bytes = await backUp(old.vault());
    const app = openTestApp(5);
    await app.begin();
    const before = wholeDevice(app);
    // Evenly over the file, with the places where something begins or ends: lines of the head, chunks of 64 KiB.
    const head = new TextDecoder("latin1").decode(bytes.subarray(0, 400)).indexOf("\n---");
    const cuts = [
      0,
      1,
      21,
      22,
      head,
      head + 2,
      head + 48,
      head + 49,
      head + 65,
      head + 66,
      65_552 + head + 65,
      65_552 + head + 66,
      bytes.length - 16,
      bytes.length - 2,
      bytes.length - 1,
      ...Array.from({ length: 35 }, (_, at) => Math.floor((bytes.length * (at + 1)) / 36)),
    ];
    expect(cuts).toHaveLength(50);
    for (const cut of cuts) {
      const file = ageFile(bytes.slice(0, cut));
      const read = await app.door.readBackup(file, words);
      expect(read, `cut at ${cut}`).toMatchObject({
        ok: false,
        error: { type: cut === 0 ? "NotABackup" : "BackupDamaged" },
      });
      expect(await app.door.restore(file, newJournal(words))).toEqual(read);
      expect(await app.vault().checkBackup(file, words)).toEqual(read);
    }
    expect(wholeDevice(app)).toBe(before);
    // Control: the file that was cut is a good one.
    expect(await app.door.readBackup(ageFile(bytes), words)).toMatchObject({ ok: true });
  });

  test("with one bit turned anywhere is refused", async () => {
    const old = openTestApp(6);
    const { words } = await livedIn(old);
    const bytes = await backUp(old.vault());
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: bytes.length - 1 }),
        fc.integer({ min: 0, max: 7 }),
        async (at, bit) => {
          const turned = bytes.slice();
          turned[at] = (turned[at] ?? 0) ^ (1 << bit);
          expect(await old.door.readBackup(ageFile(turned), words)).toMatchObject({ ok: false });
        },
      ),
      { numRuns: 100 },
    );
  });

  test("of another code, of somebody else, of a later version, or of something else is refused by its name", async () => {
    const app = openTestApp(7);
    const { words } = await livedIn(app);
    const bytes = await backUp(app.vault());
    const before = wholeDevice(app);
    const other = await app.door.recoveryWords();
    const { recipient } = value(await app.door.backupKey(words));
    const sealed = async (text: string) => {
      const encrypter = new Encrypter();
      encrypter.addRecipient(recipient);
      return new Uint8Array(await encrypter.encrypt(text));
    };
    const foreign = new Encrypter();
    foreign.setScryptWorkFactor(2);
    foreign.setPassphrase("x");
    const journal = (over: string, lines: readonly string[] = []) =>
      `{"format":"headroom-journal",${over},"exportedAt":"2026-11-22T09:00:00.000Z","records":[\n${lines.map((line) => `${line}\n`).join("")}],"count":${lines.length}}\n`;
    const wrong = [...words.slice(0, 11), "zoo"];
    const cases = [
      [bytes, other, "OtherCode"],
      [new Uint8Array(await foreign.encrypt("x")), words, "OtherCode"],
      [new TextEncoder().encode("%PDF-1.7"), words, "NotABackup"],
      [new TextEncoder().encode("age-encryption.org/v2\n-> X"), words, "BackupNewer"],
      [await sealed("Dear diary"), words, "NotAJournal"],
      [await sealed(""), words, "NotAJournal"],
      [await sealed("\u0000\uffff"), words, "NotAJournal"],
      [await sealed(journal('"version":2')), words, "BackupNewer"],
      [
        await sealed(journal('"version":1', ['{"record":{"kind":"hologram"},"history":[]}'])),
        words,
        "BackupNewer",
      ],
      [
        await sealed(journal('"version":1').replace('"count":0', '"count":1')),
        words,
        "BackupDamaged",
      ],
      [
        await sealed(
          journal('"version":1').replace('"count":0', '"count":0,"drafts":[{"id":"later"}]'),
        ),
        words,
        "BackupNewer",
      ],
      [bytes, wrong, "NotARecoveryCode"],
      [bytes, ["not", "enough"], "NotARecoveryCode"],
    ] as const;
    for (const [content, typed, type] of cases) {
      const file = ageFile(content);
      const expected = { ok: false, error: { type } };
      expect(await app.door.readBackup(file, typed)).toMatchObject(expected);
      expect(await app.vault().checkBackup(file, typed)).toMatchObject(expected);
      expect(await app.door.restore(file, newJournal(typed))).toMatchObject(expected);
    }
    const gone = {
      ...ageFile(bytes),
      slice: () => ({
        arrayBuffer: () => Promise.reject(new DOMException("gone", "NotReadableError")),
      }),
    };
    expect(await app.door.readBackup(gone, words)).toMatchObject({
      error: { type: "FileUnreadable" },
    });
    expect(wholeDevice(app)).toBe(before);
  });

  test("that breaks off or finds no room while it is being taken in leaves no journal behind", async () => {
    const old = openTestApp(8);
    const { words } = await livedIn(old);
    const many = Array.from({ length: 300 }, (_, at) => entryOf(`Entry ${at}`));
    await old.vault().stageImport("c" as BatchId, many);
    value(await old.vault().commitImport("c" as BatchId));
    const bytes = await backUp(old.vault());
    let room = 1;
    const app = openTestApp(9, (rows) => ({
      ...rows,
      addMissing: async (writes) => {
        room -= 1;
        return room < 0 ? { ok: false, error: { type: "StorageFull" } } : rows.addMissing(writes);
      },
    }));
    expect(await app.door.restore(ageFile(bytes), newJournal(words))).toEqual({
      ok: false,
      error: { type: "StorageFull" },
    });
    expect(value(await app.door.journals())).toEqual([]);
    expect([...app.stores]).toEqual([]);
    // The stick is pulled out between the two readings.
    const file = ageFile(bytes);
    let slices = 0;
    const pulled = {
      ...file,
      slice: (start: number, end: number) => {
        slices += 1;
        return slices > 1
          ? { arrayBuffer: () => Promise.reject(new DOMException("gone", "NotReadableError")) }
          : file.slice(start, end);
      },
    };
    room = 100;
    expect(await app.door.restore(pulled, newJournal(words))).toMatchObject({
      error: { type: "FileUnreadable" },
    });
    expect([...app.stores]).toEqual([]);
    expect(await app.door.restore(file, newJournal(words))).toMatchObject({ ok: true });
  });

  test("of 2,000 entries is made a page at a time, and only as it is asked for", async () => {
    let pages = 0;
    const app = openTestApp(10, (rows) => ({
      ...rows,
      views: (...range) => {
        pages += 1;
        return rows.views(...range);
      },
    }));
    await app.begin();
    const many = Array.from({ length: 2000 }, (_, at) =>
      entryOf(`Entry ${at} ${"word ".repeat(100)}`),
    );
    await app.vault().stageImport("c" as BatchId, many);
    value(await app.vault().commitImport("c" as BatchId));
    value(await app.vault().beginBackup());
    pages = 0;
    let largest = 0;
    let asked = 0;
    for (;;) {
      const part = value(await app.vault().nextBackupPart());
      asked += 1;
      largest = Math.max(largest, part.bytes.length);
      if (part.isLast) break;
      // A page is at most 100 records; never more is read than has been handed out, and one page.
      expect(pages).toBeLessThanOrEqual(Math.ceil(part.done / 100) + 1);
    }
    expect(asked).toBeGreaterThan(4);
    expect(largest).toBeLessThan(1024 * 1024);
    expect(pages).toBeGreaterThan(19);
  });
});

describe("the rehearsal", () => {
  test("says what the backup holds and what the journal has that it lacks, and changes nothing", async () => {
    const app = openTestApp(11);
    const { words, entry } = await livedIn(app);
    const bytes = await backUp(app.vault());
    const before = wholeDevice(app);
    expect(value(await app.vault().checkBackup(ageFile(bytes), words))).toMatchObject({
      contents: { entries: 3, drafts: 2, versions: 1 },
      same: 3,
      newerHere: 0,
    });
    expect(wholeDevice(app)).toBe(before);
    value(await app.vault().keepDraft(draftOf("Written since.")));
    const opened = value(await app.vault().open(entry));
    value(
      await app.vault().save([
        {
          basis: opened.basis,
          next: { ...opened.record, editedAt: app.clock.now(), tags: ["lift"] } as JournalRecord,
        },
      ]),
    );
    expect(value(await app.vault().checkBackup(ageFile(bytes), words))).toMatchObject({
      same: 2,
      newerHere: 2,
    });
  });
});

describe("what a backup is sealed to", () => {
  const recipientOf = async (vault: Vault) => value(await vault.backupState()).recipient;

  test("is known as soon as a journal is begun, follows a new recovery code, and belongs to the words alone", async () => {
    const app = openTestApp(12);
    const { words } = await app.begin();
    expect(await recipientOf(app.vault())).toBe(value(await app.door.backupKey(words)).recipient);
    const next = await app.door.recoveryWords();
    value(await app.vault().replaceRecoveryWords({ type: "passphrase", passphrase }, next));
    expect(await recipientOf(app.vault())).toBe(value(await app.door.backupKey(next)).recipient);
  });

  test("is asked for in a journal from before backups, and then remembered from whenever the code is typed", async () => {
    const app = openTestApp(13);
    const { id, words } = await app.begin();
    const forget = () => {
      const row = app.covers.rows.get(id);
      if (row) app.covers.rows.set(id, { ...row, backup: new Uint8Array() });
    };
    forget();
    expect(await recipientOf(app.vault())).toBe(null);
    expect(await app.vault().beginBackup()).toEqual({
      ok: false,
      error: { type: "NeedsRecoveryCode" },
    });
    const wrong = await app.door.recoveryWords();
    expect(await app.vault().proveRecoveryCode(wrong)).toMatchObject({
      error: { type: "WrongKey" },
    });
    expect(await recipientOf(app.vault())).toBe(null);
    value(await app.vault().proveRecoveryCode(words));
    const { recipient } = value(await app.door.backupKey(words));
    expect(await recipientOf(app.vault())).toBe(recipient);
    forget();
    value(await app.door.unlock(id, { type: "recovery", words }));
    expect(await recipientOf(app.vault())).toBe(recipient);
    forget();
    value(await app.vault().changePassphrase({ type: "recovery", words }, "new passphrase"));
    expect(await recipientOf(app.vault())).toBe(recipient);
  });

  test("cannot be put in its place by somebody with the disk", async () => {
    const app = openTestApp(14);
    const first = await app.begin();
    const second = await app.begin();
    const theirs = app.covers.rows.get(first.id);
    const mine = app.covers.rows.get(second.id);
    if (!theirs || !mine) throw new Error("no rows");
    const plain = new TextEncoder().encode(
      JSON.stringify({ slot: "x", recipient: `age1${"q".repeat(58)}`, last: null, putOff: 0 }),
    );
    for (const backup of [theirs.backup, plain, new Uint8Array(300)]) {
      app.covers.rows.set(second.id, { ...mine, backup });
      expect(await recipientOf(app.vault())).toBe(null);
    }
    // Nor an earlier one of the same journal, once the code is another.
    app.covers.rows.set(second.id, mine);
    value(
      await app
        .vault()
        .replaceRecoveryWords({ type: "passphrase", passphrase }, await app.door.recoveryWords()),
    );
    const latest = app.covers.rows.get(second.id) ?? mine;
    app.covers.rows.set(second.id, { ...latest, backup: mine.backup });
    expect(await recipientOf(app.vault())).toBe(null);
  });
});

describe("the gentle reminder", () => {
  test("comes by how much is at risk, goes with a backup, and stays away after Later until clearly more is", async () => {
    const app = openTestApp(15);
    await app.begin();
    const state = async () => value(await app.vault().backupState());
    const write = async (count: number) => {
      for (let at = 0; at < count; at += 1)
        value(await app.vault().keepDraft(draftOf(`Note ${at}`)));
    };
    await write(9);
    expect(await state()).toMatchObject({ atRisk: 9, isWorthMentioning: false, lastAt: null });
    // Time alone changes nothing.
    app.clock.set((app.clock.now() + 400 * 86_400_000) as ReturnType<typeof app.clock.now>);
    expect(await state()).toMatchObject({ isWorthMentioning: false });
    await write(1);
    expect(await state()).toMatchObject({ atRisk: 10, isWorthMentioning: true });
    value(await app.vault().putOffBackup());
    expect(await state()).toMatchObject({ atRisk: 10, isWorthMentioning: false });
    await write(25);
    expect(await state()).toMatchObject({ atRisk: 35, isWorthMentioning: true });
    await backUp(app.vault());
    expect(await state()).toMatchObject({
      atRisk: 0,
      isWorthMentioning: false,
      lastAt: app.clock.now(),
    });
    await write(2);
    expect(await state()).toMatchObject({ atRisk: 2 });
  });

  test("does not count examples, the bin, or a backup that was not saved", async () => {
    const app = openTestApp(16);
    await app.begin();
    const example = { type: "example", batch: "b" as BatchId } as const;
    await app
      .vault()
      .stageImport("b" as BatchId, [
        ...Array.from({ length: 30 }, (_, at) => entryOf(`Example ${at}`, { origin: example })),
        entryOf("Gone", { deletedAt: app.clock.now() }),
        entryOf("Own"),
      ]);
    value(await app.vault().commitImport("b" as BatchId));
    const state = async () => value(await app.vault().backupState());
    expect(await state()).toMatchObject({ atRisk: 1, isWorthMentioning: false });
    value(await app.vault().beginBackup());
    value(await app.vault().nextBackupPart());
    value(await app.vault().endBackup(false));
    expect(await state()).toMatchObject({ atRisk: 1, lastAt: null });
  });
});

const debianAge = spawnSync("age", ["--version"]).status === 0;
if (!debianAge)
  console.log("`age` is not installed here: that it opens our backups is not tested in this run.");

test.runIf(debianAge)(
  "Debian's own age opens a backup with the key of the twelve words, and ours opens what it seals",
  async () => {
    const app = openTestApp(17);
    const { words } = await livedIn(app);
    const bytes = await backUp(app.vault());
    const { identity, recipient } = value(await app.door.backupKey(words));
    const folder = mkdtempSync(join(tmpdir(), "headroom-age-"));
    try {
      const path = (name: string) => join(folder, name);
      writeFileSync(path("backup.age"), bytes);
      writeFileSync(path("key.txt"), `${identity}\n`);
      const opened = spawnSync("age", ["-d", "-i", path("key.txt"), path("backup.age")], {
        encoding: "utf8",
      });
      expect(opened.stderr).toBe("");
      const journal = JSON.parse(opened.stdout);
      expect(journal).toMatchObject({ format: "headroom-journal", version: 1, count: 3 });
      expect(journal.drafts).toHaveLength(2);
      expect(JSON.stringify(journal)).toContain("The lift was out again, both of them.");
      expect(
        spawnSync("age-keygen", ["-y", path("key.txt")], { encoding: "utf8" }).stdout.trim(),
      ).toBe(recipient);
      // Control: another key does not open it.
      writeFileSync(
        path("other.txt"),
        `${value(await app.door.backupKey(await app.door.recoveryWords())).identity}\n`,
      );
      expect(spawnSync("age", ["-d", "-i", path("other.txt"), path("backup.age")]).status).not.toBe(
        0,
      );
      // And the other way round.
      const again = spawnSync("age", ["-r", recipient, "-o", path("again.age")], {
        input: opened.stdout,
      });
      expect(again.status).toBe(0);
      const contents = await app.door.readBackup(
        ageFile(new Uint8Array(readFileSync(path("again.age")))),
        words,
      );
      expect(contents).toMatchObject({ ok: true, value: { entries: 3, drafts: 2 } });
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
);
