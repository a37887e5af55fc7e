import { Dexie } from "dexie";
import { err, ok, type Result } from "#base/Result.ts";
import type { StorageFailure } from "#core/journal/Door.ts";
import { storageFailure } from "./storageFailure.ts";

/** Version by version, what tables there are: Dexie's schema strings. Released versions never change. */
export type Tables = readonly Readonly<Record<string, string | null>>[];

/** A Dexie database whose failures are values. */
export interface Database {
  readonly db: Dexie;
  /** Opens it, making or upgrading it where needed. */
  readonly open: () => Promise<Result<null, StorageFailure>>;
  /** Does something with it; what the browser refuses comes back as a failure. */
  readonly attempt: <T>(work: () => PromiseLike<T>) => Promise<Result<T, StorageFailure>>;
}

/** Dexie multiplies version numbers by ten before it hands them to the browser. */
const browserVersion = (tables: Tables) => tables.length * 10;

/**
 * A database by name. Every transaction is committed with strict durability: what is reported as
 * written has reached the disk. A tab with older code closes when a newer one upgrades, and says so
 * from then on.
 */
export function createDatabase(name: string, tables: Tables): Database {
  const db = new Dexie(name, {
    chromeTransactionDurability: "strict",
    autoOpen: false,
    cache: "disabled",
  });
  tables.forEach((stores, at) => {
    db.version(at + 1).stores({ ...stores });
  });
  let outdated = false;
  db.on("versionchange", (event) => {
    // No new version: the journal is being erased.
    outdated ||= event.newVersion !== null;
    db.close({ disableAutoOpen: true });
  });

  const attempt: Database["attempt"] = async (work) => {
    if (outdated) return err({ type: "NewerVersion" });
    try {
      return ok(await work());
    } catch (error) {
      return outdated ? err({ type: "NewerVersion" }) : err(storageFailure(error));
    }
  };
  return {
    db,
    attempt,
    open: async () => {
      const opened = await attempt(() => db.open());
      if (!opened.ok) return opened;
      // Dexie opens data of a later version as if nothing were the matter.
      if (db.backendDB().version <= browserVersion(tables)) return ok(null);
      outdated = true;
      db.close({ disableAutoOpen: true });
      return err({ type: "NewerVersion" });
    },
  };
}
