import type { EntryId } from "#core/identifiers.ts";

/** Beginnings up to this many UTF-16 units are looked up here instead of in the index of words. */
export const shortBeginning = 2;

/**
 * Which entries have a word that begins with one or two given letters. Such beginnings match so
 * much of a journal that scoring every match by word would take longer than a keystroke may.
 */
export class Beginnings {
  readonly #entries = new Map<string, Set<EntryId>>();
  readonly #words = new Map<string, Set<string>>();
  readonly #ofEntry = new Map<EntryId, string[]>();

  /** An entry has this word. */
  add(id: EntryId, word: string): void {
    this.#addBeginning(id, word.slice(0, 1));
    if (word.length > 1) this.#addBeginning(id, word.slice(0, 2));
    addTo(this.#words, word.slice(0, 1), word);
  }

  #addBeginning(id: EntryId, beginning: string): void {
    const entries = this.#entries.get(beginning);
    if (entries?.has(id)) return;
    if (entries === undefined) this.#entries.set(beginning, new Set([id]));
    else entries.add(id);
    const own = this.#ofEntry.get(id);
    if (own === undefined) this.#ofEntry.set(id, [beginning]);
    else own.push(beginning);
  }

  /** An entry is gone, or about to be added anew. */
  drop(id: EntryId): void {
    for (const beginning of this.#ofEntry.get(id) ?? []) this.#entries.get(beginning)?.delete(id);
    this.#ofEntry.delete(id);
  }

  /** The entries with a word that begins so. */
  entries(beginning: string): ReadonlySet<EntryId> {
    return this.#entries.get(beginning) ?? new Set();
  }

  /** The words that begin so, some perhaps of entries that are gone. */
  words(beginning: string): readonly string[] {
    const words = this.#words.get(beginning.slice(0, 1)) ?? [];
    return [...words].filter((word) => word.startsWith(beginning));
  }

  clear(): void {
    this.#entries.clear();
    this.#words.clear();
    this.#ofEntry.clear();
  }
}

function addTo(map: Map<string, Set<string>>, key: string, value: string): void {
  const values = map.get(key);
  if (values === undefined) map.set(key, new Set([value]));
  else values.add(value);
}
