import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mayStandIn } from "#app/workers/vault/spaces/createSpaceStore.ts";
import type { JournalRecord } from "#core/record/JournalRecord.ts";
import { anyPrivateRecord, arbitraryRecord } from "../replica/arbitraryRecord.ts";

const shared = arbitraryRecord("shared-proposal").filter(
  (record): record is Extract<JournalRecord, { kind: "shared-proposal" }> =>
    record.kind === "shared-proposal",
);

describe("what may stand in a team", () => {
  it("is never a journal's own record, nor in the place of one", () => {
    fc.assert(
      fc.property(anyPrivateRecord, shared, (own, theirs) => {
        const mayStand = mayStandIn(theirs.space, "team");
        expect(mayStand(own, null)).toBe(false);
        expect(mayStand(theirs, own)).toBe(false);
        expect(mayStand(theirs, null)).toBe(true);
      }),
    );
  });

  it("stays in its space", () => {
    fc.assert(
      fc.property(shared, (record) => {
        const mayStand = mayStandIn(record.space, "team");
        const elsewhere = { ...record, space: `${record.space}`.split("").reverse().join("") };
        expect(mayStand(record, record)).toBe(true);
        if (elsewhere.space !== record.space) {
          expect(mayStand(record, elsewhere as typeof record)).toBe(false);
        }
      }),
    );
  });
});
