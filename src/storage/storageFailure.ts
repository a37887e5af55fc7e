import type { StorageFailure } from "#core/journal/Door.ts";

/** Names of errors that mean: the disk, or this site's share of it, is full. */
const full = new Set(["QuotaExceededError"]);
/** Names of errors that mean: a newer version of the app has upgraded the data. */
const newer = new Set(["VersionError"]);

/** Dexie wraps what the browser threw, sometimes more than once; the innermost names the cause. */
function names(error: unknown): readonly string[] {
  if (typeof error !== "object" || error === null) return [];
  const own = "name" in error && typeof error.name === "string" ? [error.name] : [];
  return "inner" in error ? [...own, ...names(error.inner)] : own;
}

/** What the browser refused, as a fact a person can be told; a bug of our own is thrown on. */
export function storageFailure(error: unknown): StorageFailure {
  const all = names(error);
  if (all.some((name) => full.has(name))) return { type: "StorageFull" };
  if (all.some((name) => newer.has(name))) return { type: "NewerVersion" };
  const name = all.at(-1);
  if (name === undefined || bugs.has(name)) throw error;
  return { type: "StorageRefused", name };
}

// DataError is none of them: Chromium gives it for a stored value that it can no longer read.
const bugs = new Set(["TypeError", "ReferenceError", "RangeError", "DataCloneError"]);
