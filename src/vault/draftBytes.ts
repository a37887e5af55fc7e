import { base64 } from "@scure/base";
import * as v from "valibot";
import { type Draft, draftSchema } from "#core/entry/Entry.ts";
import { readJson } from "./readJson.ts";

const storedSchema = v.looseObject({
  of: v.nullable(v.looseObject({ basis: v.string() })),
});

/** A draft as the plain bytes of its row: UTF-8 JSON, the basis in base64. */
export function draftBytes(draft: Draft): Uint8Array<ArrayBuffer> {
  const of = draft.of && { entry: draft.of.entry, basis: base64.encode(draft.of.basis) };
  return new TextEncoder().encode(JSON.stringify({ ...draft, of }));
}

/** The draft in a row's plain bytes, or null where there is none to read. */
export function readDraft(bytes: Uint8Array): Draft | null {
  const stored = v.safeParse(storedSchema, readJson(bytes));
  if (!stored.success) return null;
  const { of } = stored.output;
  let basis: Uint8Array;
  try {
    basis = base64.decode(of?.basis ?? "");
  } catch {
    return null;
  }
  const draft = v.safeParse(draftSchema, { ...stored.output, of: of && { ...of, basis } });
  return draft.success ? draft.output : null;
}
