import { editText } from "./editText.ts";
import { itemKeys, listed } from "./listed.ts";
import type { RecordDocument } from "./RecordDocument.ts";
import { ranksFor } from "./ranks.ts";
import { type Fields, isObject, type Json, type JsonObject, type Shape } from "./Shape.ts";

/** Makes a document say what `next` says, touching only what differs. `path` is where `next` stands in the record. */
export function writeFields(
  document: RecordDocument,
  path: string,
  fields: Fields,
  next: JsonObject,
): void {
  for (const [name, shape] of Object.entries(fields)) {
    write(document, path + name, shape, next[name] ?? null);
  }
}

function write(document: RecordDocument, path: string, shape: Shape, next: Json): void {
  switch (shape.type) {
    case "value":
      setValue(document, path, next);
      break;
    case "text":
      writeText(document, path, typeof next === "string" ? next : "");
      break;
    case "group":
      writeFields(document, `${path}.`, shape.fields, isObject(next) ? next : {});
      break;
    default:
      writeList(document, path, shape, Array.isArray(next) ? next : []);
  }
}

function setValue({ values }: RecordDocument, path: string, next: Json): void {
  if (JSON.stringify(values.get(path)) !== JSON.stringify(next)) values.set(path, next);
}

function writeText(document: RecordDocument, path: string, next: string): void {
  // Asking for a text makes an empty one; words that were never there need none.
  if (next === "" && document.textPaths(path).length === 0) return;
  editText(document.text(path), next);
}

type ListShape = Extract<Shape, { type: "atoms" | "items" }>;

function writeList(
  document: RecordDocument,
  path: string,
  shape: ListShape,
  next: readonly Json[],
): void {
  const keys = itemKeys(shape, next);
  const there = listed(document, path, shape);
  const placed = there.filter(({ rank }) => Number.isFinite(rank));
  const ranks =
    shape.type === "atoms" && shape.isUnordered
      ? keys.map(() => 0)
      : ranksFor(keys, new Map(placed.map(({ key, rank }) => [key, rank])));
  const staying = new Set(keys);
  for (const { key } of there) {
    if (!staying.has(key)) removeItem(document, `${path}/${key}/`, shape);
  }
  next.forEach((item, at) => {
    const place = `${path}/${keys[at]}/`;
    const rank = ranks[at] ?? at;
    setValue(document, `${place}@`, shape.type === "atoms" ? [rank, item] : rank);
    if (shape.type === "items" && isObject(item)) {
      writeFields(document, place, shape.fields, item);
    }
  });
}

function removeItem(document: RecordDocument, place: string, shape: ListShape): void {
  document.values.delete(`${place}@`);
  for (const path of shape.type === "items" ? document.textPaths(place) : []) {
    const text = document.text(path);
    text.delete(0, text.length);
  }
}
