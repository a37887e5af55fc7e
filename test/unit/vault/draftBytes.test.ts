import fc from "fast-check";
import { expect, test } from "vitest";
import type { EntryId } from "#core/identifiers.ts";
import { draftBytes, readDraft } from "#vault/draftBytes.ts";
import { words } from "../replica/arbitraryRecord.ts";
import { draftOf } from "./openTestJournal.ts";

test("a draft is read as it was stored, the state it was made from included", () => {
  fc.assert(
    fc.property(words, fc.option(fc.uint8Array()), (text, basis) => {
      const draft = draftOf(text, { of: basis && { entry: "e" as EntryId, basis } });
      expect(readDraft(draftBytes(draft))).toEqual(draft);
    }),
  );
});

test("bytes that are no draft give none", () => {
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => {
      expect(readDraft(bytes)).toBe(null);
    }),
  );
  const json = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));
  const draft = draftOf("x");
  for (const value of [
    null,
    [],
    {},
    { ...draft, of: 1 },
    { ...draft, of: { entry: "e", basis: "not base64!" } },
    { ...draft, of: { entry: "<e>", basis: "" } },
    { ...draft, parts: "x" },
  ]) {
    expect(readDraft(json(value))).toBe(null);
  }
});
