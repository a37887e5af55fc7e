import type { RecordDocument } from "./RecordDocument.ts";
import { isObject, type Json, type Shape } from "./Shape.ts";

type ListShape = Extract<Shape, { type: "set" | "atoms" | "items" }>;

/** A thing in a list: its key within the document and its place; `atom` is the thing itself where it is kept whole. */
export interface Listed {
  readonly key: string;
  readonly rank: number;
  readonly atom: unknown;
}

/** What stands between a key and the count of things before it with the same key. */
const again = "\u0000";

/** The key of each of these things, all different: a repeated one is told apart by its count. */
export function itemKeys(shape: ListShape, items: readonly Json[]): readonly string[] {
  const seen = new Map<string, number>();
  return items.map((item) => {
    const key = keyOf(shape, item);
    const before = seen.get(key) ?? 0;
    seen.set(key, before + 1);
    return before === 0 ? key : `${key}${again}${before}`;
  });
}

/** The text of a key without its count. */
export const bareKey = (key: string): string => key.split(again)[0] ?? "";

function keyOf(shape: ListShape, item: Json): string {
  if (shape.type === "set") return typeof item === "string" ? item : "";
  if (!isObject(item)) return "";
  if (shape.type === "items") return String(item[shape.keyBy]);
  return shape.keyBy.map((name) => String(item[name])).join(" ");
}

/**
 * The things in a list, in order. Of two at the same place the key decides, so that everyone sees
 * the same order. Things removed here while somebody wrote into them come last, with those words.
 */
export function listed(document: RecordDocument, path: string, shape: ListShape): Listed[] {
  const prefix = `${path}/`;
  const found = new Map<string, Listed>();
  for (const [name, value] of document.values.entries()) {
    if (!name.startsWith(prefix) || !name.endsWith("/@")) continue;
    const key = name.slice(prefix.length, -"/@".length);
    const [rank, atom] = shape.type === "atoms" && Array.isArray(value) ? value : [value, null];
    if (Number.isFinite(rank)) found.set(key, { key, rank, atom });
  }
  if (shape.type === "items") {
    for (const textPath of document.textPaths(prefix)) {
      const key = textPath.slice(prefix.length, textPath.lastIndexOf("/"));
      if (found.has(key) || document.text(textPath).toString() === "") continue;
      found.set(key, { key, rank: Number.POSITIVE_INFINITY, atom: null });
    }
  }
  return [...found.values()].sort((a, b) =>
    a.rank === b.rank ? (a.key < b.key ? -1 : 1) : a.rank - b.rank,
  );
}
