import { ok } from "#base/Result.ts";
import type { ReaderSource } from "#core/journal/ReaderFeed.ts";
import type { Vault } from "#core/journal/Vault.ts";
import type { CoverInside } from "./coverInside.ts";
import { createBackups } from "./createBackups.ts";
import { createDrafts } from "./createDrafts.ts";
import { createFeed } from "./createFeed.ts";
import { createImports } from "./createImports.ts";
import { createIndexes } from "./createIndexes.ts";
import { createKeeping } from "./createKeeping.ts";
import { createSealingAnew } from "./createSealingAnew.ts";
import { expired } from "./emptyBin.ts";
import { exportPage } from "./exportPage.ts";
import { keepDraft } from "./keepDraft.ts";
import { loadRecord } from "./loadRecord.ts";
import type { JournalParts, OpenJournal } from "./OpenJournal.ts";
import { purgeRecords } from "./purgeRecords.ts";
import { recordHistory } from "./recordHistory.ts";
import type { Siblings } from "./Siblings.ts";
import { saveRecords } from "./saveRecords.ts";
import { type Carrying, createCarrying } from "./spaces/createCarrying.ts";
import { noSpaces } from "./spaces/SpaceMarks.ts";
import { createTurns } from "./Turns.ts";
import { type TakeIn, takeInBackup } from "./takeInBackup.ts";
import { unreadableRows } from "./unreadableRows.ts";

/** An unlocked journal's vault, and what its reader is fed from. */
export interface OpenedVault {
  readonly vault: Vault;
  readonly source: ReaderSource;
  /** For what carries records to other devices. */
  readonly carrying: Carrying;
  /** Resolves once every write asked for so far has ended. */
  readonly settled: () => Promise<void>;
  /** Takes a backup into this journal, which is being made and still empty. */
  readonly takeIn: TakeIn;
  /** Work that nobody waits for, begun once the journal is open; resolves when it has ended. */
  readonly background: () => Promise<void>;
}

/** A vault over an open journal. Nothing of it is read before it is asked for. */
export function createVault(parts: JournalParts, inside: CoverInside): OpenedVault {
  const setAside = new Set<string>();
  /** Ids of records that open and that the reader could not read; it counts them itself. */
  const refused = new Set<string>();
  const turns = createTurns();
  const feed = createFeed({ ...parts, setAside, turns }, (binned) => {
    // Of several tabs one clears the bin: the one that leads, as it is opened first.
    if (!parts.leadership.isLeading()) return;
    const gone = expired(binned, parts.clock.now(), inside.unlockedAt);
    // What cannot be purged now is found again after the next unlock.
    void purgeRecords(journal, gone);
  });
  const marks = noSpaces();
  const listeners = new Set<() => void>();
  const siblings: Siblings = {
    ...parts.siblings,
    tell: (news) => {
      parts.siblings.tell(news);
      for (const listener of listeners) listener();
    },
  };
  const journal: OpenJournal = { ...parts, siblings, setAside, turns, feed, marks };
  const carrying = createCarrying(journal, (listener) => void listeners.add(listener));
  parts.siblings.hear((news) => {
    feed.heard(news);
    for (const listener of listeners) listener();
  });

  const keeping = createKeeping(journal, inside);
  const sealing = createSealingAnew(journal);
  const vault: Vault = {
    ...createDrafts(journal),
    ...createImports(journal),
    ...keeping,
    sealingAnew: sealing.sealingAnew,
    ...createBackups(journal, parts.backups, keeping.cover),
    keepDraft: (draft) => keepDraft(journal, draft),
    open: async (id) => {
      const loaded = await loadRecord(journal, id);
      if (!loaded.ok) return loaded;
      return ok({ record: loaded.value.record, basis: loaded.value.state });
    },
    save: (edits) => saveRecords(journal, edits),
    purge: (ids) => purgeRecords(journal, ids),
    history: (id) => recordHistory(journal, id),
    exportPage: (after) => exportPage(journal, after),
    unreadable: () => unreadableRows({ ...parts, setAside: new Set([...setAside, ...refused]) }),
  };
  return {
    vault,
    source: {
      listen: feed.listen,
      refuse: async (ids) => {
        for (const id of ids) refused.add(id);
      },
      ...createIndexes(journal),
    },
    carrying,
    settled: turns.idle,
    takeIn: takeInBackup(journal),
    background: sealing.run,
  };
}
