import type { RecordDocument } from "./RecordDocument.ts";
import { isObject, type Json, type Shape } from "./Shape.ts";

type ListShape = Extract<Shape, { type: "atoms" | "items" }>;

/** A thing in a list: its key within the document and its place; `atom` is the thing itself where it is kept whole. */
export interface Listed {
  readonly key: string;
  readonly rank: number;
  readonly atom: unknown;
}

/** The key of each of these things, all different: a repeated one is told apart by a count. */
export function itemKeys(shape: ListShape, items: readonly Json[]): readonly string[] {
  const taken = new Set<string>();
  return items.map((item) => {
    const bare = keyOf(shape, item);
    let key = bare;
    for (let again = 1; taken.has(key); again += 1) key = `${bare}\u0000${again}`;
    taken.add(key);
    return key;
  });
}

function keyOf(shape: ListShape, item: Json): string {
  if (!isObject(item)) return String(item);
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
