import type { Instant } from "#base/Clock.ts";
import { err, ok, type Result } from "#base/Result.ts";
import type { Cover } from "#core/journal/Cover.ts";
import type { StorageFailure } from "#core/journal/Door.ts";
import type { Mark } from "#core/journal/Vault.ts";
import type { BackupItem, BackupPages } from "./BackupFormat.ts";
import { isOwn } from "./exportPage.ts";
import { openState, openView } from "./loadRecord.ts";
import type { OpenJournal } from "./OpenJournal.ts";
import type { StoredView } from "./RowStore.ts";
import { openVersion } from "./recordHistory.ts";

/** Records to a page: what is in memory in the clear at one time. */
const pageSize = 100;

/** Storage refused while a backup was being written; caught where the writing began. */
export class BackupStopped extends Error {
  readonly failure: StorageFailure;

  constructor(failure: StorageFailure) {
    super(failure.type);
    this.failure = failure;
  }
}

const must = <T>(result: Result<T, StorageFailure>): T => {
  if (!result.ok) throw new BackupStopped(result.error);
  return result.value;
};

/** How far a backup is. */
export interface BackupSoFar {
  /** Rows looked at. */
  done: number;
  /** Records in the file. */
  items: number;
  leftOut: number;
}

/** The open journal as a backup is written from it. What is changed meanwhile stands in it once, as it was when its page was read. */
export function backupPages(
  journal: OpenJournal,
  madeAt: Instant,
  cover: Cover,
  soFar: BackupSoFar,
): BackupPages {
  const seen = new Set<string>();
  let after: Mark | null = 0;
  return {
    madeAt,
    cover,
    next: async () => {
      if (after === null) return null;
      await journal.turns.idle();
      const rows: readonly StoredView[] = must(
        await journal.rows.views(after, Number.POSITIVE_INFINITY, pageSize),
      );
      after = rows.length === pageSize ? (rows.at(-1)?.order ?? null) : null;
      const fresh = rows.filter(({ id }) => !seen.has(id));
      for (const { id } of fresh) seen.add(id);
      const items = must(await backupItems(journal, fresh));
      soFar.done += rows.length;
      soFar.leftOut += fresh.length - items.length;
      const own = items.filter(({ record }) => isOwn(record));
      soFar.items += own.length;
      return own;
    },
    drafts: async () => {
      const stored = must(await journal.rows.drafts());
      const opened = await Promise.all(
        stored.map(({ id, sealed }) => journal.sealer.open("draft", id, sealed)),
      );
      const drafts = opened.flatMap((draft) => (draft.ok ? [draft.value] : []));
      soFar.leftOut += stored.length - drafts.length;
      return drafts;
    },
  };
}

async function backupItems(
  journal: OpenJournal,
  rows: readonly StoredView[],
): Promise<Result<readonly BackupItem[], StorageFailure>> {
  const stored = await journal.rows.versions(rows.map(({ id }) => id));
  if (!stored.ok) return stored;
  const opened = await Promise.all(stored.value.map((row) => openVersion(journal, row)));
  const items: BackupItem[] = [];
  for (const { id, sealed } of rows) {
    const row = await journal.rows.document(id);
    if (!row.ok) return err(row.error);
    const document = row.value && (await openState(journal, id, row.value.sealed));
    const record = document?.record ?? (await openView(journal.sealer, id, sealed));
    if (record === null) {
      journal.setAside.add(id);
      continue;
    }
    const versions = opened.filter((_, at) => stored.value[at]?.of === id);
    items.push({
      record,
      versions: versions.filter((version) => version !== null).reverse(),
      document: document?.state ?? null,
    });
  }
  return ok(items);
}
