/** What a name in an archive asks for: to be read, to be passed over in silence, or to be left out and told. */
export type EntryName =
  | { readonly type: "read"; readonly name: string }
  | { readonly type: "pass" }
  | { readonly type: "other-file" | "unsafe-name"; readonly name: string };

const readable = /\.(?:json|jsonl|ndjson|csv|tsv|md|markdown|mdown|txt)$/i;
const housekeeping = /(?:^|\/)(?:__MACOSX\/|\.DS_Store$|Thumbs\.db$|\._)/;

/**
 * Judges the name of a file in a zip. Nothing is ever written under such a name, it is only shown;
 * a name that tries to climb out of its folder marks an archive that means no good, so what it names
 * is left out.
 */
export function entryName(raw: string): EntryName {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
  const name = raw.toWellFormed().replace(/[\u0000-\u001f\u007f-\u009f]/g, "");
  if (/^(?:[\\/]|[a-z]:)/i.test(name) || name.split(/[\\/]/).includes(".."))
    return { type: "unsafe-name", name: shown(name) };
  if (name.endsWith("/") || housekeeping.test(name)) return { type: "pass" };
  return readable.test(name)
    ? { type: "read", name: shown(name) }
    : { type: "other-file", name: shown(name) };
}

/** The end of a path, short enough to show. */
const shown = (name: string): string => (name.length <= 80 ? name : `…${name.slice(-79)}`);
