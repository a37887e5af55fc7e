import { describe, expect, it } from "vitest";
import { makeRows } from "#sync/makeRows.ts";
import { startLog } from "#sync/pullRows.ts";
import { unsentRecords } from "#sync/unsentRecords.ts";
import type { SimDevice } from "../../simulation/SimDevice.ts";
import { value } from "../vault/openTestJournal.ts";
import { expectWords, team, write } from "./simulatedTeam.ts";

describe("what was changed here and has not gone out", () => {
  it("is that alone, also while everything is said again to a server that lost it", async () => {
    const { record, exchange, ...there } = await team(["Ann", "Ben"]);
    const [ann, ben] = there.devices as [SimDevice, SimDevice];
    const [theirs, sent, inRow, marked] = [record(), record(), record(), record()];
    const words = {
      [theirs]: await write(ann, theirs, 0, 2),
      [sent]: await write(ben, sent, 0, 2),
    };
    await exchange(ann, ben, ann);
    expect(value(await unsentRecords(ben.space())).size).toBe(0);
    await ben.write(inRow, "written into a row", "remark");
    await makeRows(ben.space());
    await ben.write(marked, "not in a row", "remark");
    const unsent = new Set([inRow, marked]);
    expect(value(await unsentRecords(ben.space()))).toEqual(unsent);

    value(await startLog(ben.space(), new Uint8Array(16).fill(9)));
    expect(value(await unsentRecords(ben.space()))).toEqual(unsent);
    const all = value(await ben.tools().store.unsent(ben.space().id, 100)).map(({ id }) => id);
    expect(all).toEqual(expect.arrayContaining([theirs, sent, inRow, marked]));
    // Nothing of it is lost for that: all has gone out afterwards.
    await exchange(ben, ann, ben);
    expect(value(await unsentRecords(ben.space())).size).toBe(0);
    await expectWords([ann, ben], { ...words, [inRow]: ["written"], [marked]: ["not"] });
  });
});
