import { parseDocument } from "yaml";
import { isJsonObject, type JsonObject } from "./parseJson.ts";

/** A Markdown file's front matter as values, and the text under it. */
export interface FrontMatter {
  readonly values: JsonObject;
  readonly body: string;
  /** Lines that stand above `body`. */
  readonly bodyLine: number;
}

/** Front matter longer than this is text. */
const longest = 64 * 1024;
const fence = /^---[ \t]*\n([\s\S]*?\n)?(?:---|\.\.\.)[ \t]*(?:\n|$)/;

/** YAML's core types, but dates stay text; aliases are refused, so that none can multiply. */
function parseYaml(text: string): JsonObject | null {
  try {
    const document = parseDocument(text, { schema: "core", logLevel: "silent" });
    if (document.errors.length > 0) return null;
    const value: unknown = document.toJS({ maxAliasCount: 0 });
    return isJsonObject(value) ? value : value === null ? {} : null;
  } catch {
    return null;
  }
}

/** Splits a Markdown file; what does not read as front matter belongs to the text. */
export function frontMatter(text: string): FrontMatter {
  const none: FrontMatter = { values: {}, body: text, bodyLine: 0 };
  if (!text.startsWith("---")) return none;
  const [whole, inside = ""] = fence.exec(text.slice(0, longest)) ?? [];
  if (whole === undefined) return none;
  const values = parseYaml(inside);
  if (values === null) return none;
  return { values, body: text.slice(whole.length), bodyLine: whole.split("\n").length - 1 };
}
