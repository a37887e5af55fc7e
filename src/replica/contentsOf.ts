import * as Y from "yjs";
import type { RecordDocument } from "./RecordDocument.ts";

/** Hostile documents may hold what JSON has no word for. */
const plain = (_: string, value: unknown) => (typeof value === "bigint" ? String(value) : value);

/**
 * Everything that stands in a document, as places and values in turn, choices before words, each in
 * the order of their places. Made of the document, not of the record that this version reads from it:
 * what is signed over it stays so when a version adds a field. Never changes its form.
 */
export function contentsOf(document: RecordDocument): readonly string[] {
  const choices = [...document.values.entries()].flatMap(([path, value]) =>
    value instanceof Y.AbstractType ? [] : [[`v/${path}`, JSON.stringify(value, plain) ?? ""]],
  );
  const words = document
    .textPaths("")
    .map((path) => [`t/${path}`, document.text(path).toString()])
    .filter(([, text]) => text !== "");
  const byPlace = ([one = ""]: readonly string[], [other = ""]: readonly string[]) =>
    one < other ? -1 : 1;
  return [...choices.sort(byPlace), ...words.sort(byPlace)].flat();
}
