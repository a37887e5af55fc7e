import { ok } from "#base/Result.ts";
import type { ReaderSource } from "#core/journal/ReaderFeed.ts";
import type { Vault } from "#core/journal/Vault.ts";
import type { CoverInside } from "./coverInside.ts";
import { createDrafts } from "./createDrafts.ts";
import { createFeed } from "./createFeed.ts";
import { createImports } from "./createImports.ts";
import { createIndexes } from "./createIndexes.ts";
import { createKeeping } from "./createKeeping.ts";
import { expired } from "./emptyBin.ts";
import { exportPage } from "./exportPage.ts";
import { keepDraft } from "./keepDraft.ts";
import { loadRecord } from "./loadRecord.ts";
import type { JournalParts, OpenJournal } from "./OpenJournal.ts";
import { purgeRecords } from "./purgeRecords.ts";
import { recordHistory } from "./recordHistory.ts";
import { saveRecords } from "./saveRecords.ts";
import { createTurns } from "./Turns.ts";
import { unreadableRows } from "./unreadableRows.ts";

/** An unlocked journal's vault, and what its reader is fed from. */
export interface OpenedVault {
  readonly vault: Vault;
  readonly source: ReaderSource;
  /** Resolves once every write asked for so far has ended. */
  readonly settled: () => Promise<void>;
}

/** A vault over an open journal. Nothing of it is read before it is asked for. */
export function createVault(parts: JournalParts, inside: CoverInside): OpenedVault {
  const setAside = new Set<string>();
  /** Ids of records that open and that the reader could not read; it counts them itself. */
  const refused = new Set<string>();
  const turns = createTurns();
  const feed = createFeed({ ...parts, setAside, turns }, (binned) => {
    const gone = expired(binned, parts.clock.now(), inside.unlockedAt);
    // What cannot be purged now is found again after the next unlock.
    void purgeRecords(journal, gone);
  });
  const journal: OpenJournal = { ...parts, setAside, turns, feed };
  parts.siblings.hear(feed.heard);

  const vault: Vault = {
    ...createDrafts(journal),
    ...createImports(journal),
    ...createKeeping(journal, inside),
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
    settled: turns.idle,
  };
}
