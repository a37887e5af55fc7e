import { err, ok, type Result } from "#base/Result.ts";

/** An escape that may stand for half a surrogate pair, which no encoder takes. */
const halfPair = /\\ud[89a-f]/i;

const wellFormed = (_key: string, value: unknown): unknown =>
  typeof value === "string" ? value.toWellFormed() : value;

/** JSON as a value with well-formed texts, or that it is none; the only place of `JSON.parse` for foreign text. */
export function parseJson(text: string): Result<unknown, null> {
  try {
    return ok(halfPair.test(text) ? JSON.parse(text, wellFormed) : JSON.parse(text));
  } catch {
    return err(null);
  }
}

/** An object that is not an array, from JSON. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** Whether a parsed value is an object with keys. */
export const isJsonObject = (value: unknown): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** What stands under the first of `keys` that the object itself has; nothing inherited is ever read. */
export function ownValue(object: JsonObject, keys: readonly string[]): unknown {
  for (const key of keys) if (Object.hasOwn(object, key)) return object[key];
  return undefined;
}
