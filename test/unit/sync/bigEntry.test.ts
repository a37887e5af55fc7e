import { expect, it } from "vitest";
import type { SimDevice } from "../../simulation/SimDevice.ts";
import { seededRandom } from "../replica/seededRandom.ts";
import { draftOf, textOf, value } from "../vault/openTestJournal.ts";
import { team } from "./simulatedTeam.ts";

it("an entry of 10 MB arrives whole in pieces, though the app was killed between them, and is written on at both ends", async () => {
  const there = await team(["Ann", "Ben"], undefined, "own");
  const [ann, ben] = there.devices as [SimDevice, SimDevice];
  // Random, so that nothing can be deflated away.
  const text = Buffer.from(seededRandom(3).bytes(7_864_320)).toString("base64url");
  const { entry } = value(await ann.vault().keepDraft(draftOf(text)));
  await there.exchange(ben);
  await there.exchange(ann);
  const big = there.pushed().filter(({ body }) => body.length > 500_000);
  expect(big.length).toBeGreaterThan(9);

  const { cursor } = ben.space().heads;
  there.lose(new RegExp(`GET .*after=(?!${cursor}$|${cursor + 1}$)\\d+$`), ben);
  await there.exchange(ben);
  const pieces = () => [...ben.space().pieces.values()].flat().length;
  expect(pieces()).toBeGreaterThan(0);
  const before = pieces();
  await ben.kill();
  expect(pieces()).toBe(before);
  there.lose(null, ben);
  await there.exchange(ben);
  expect(pieces()).toBe(0);

  const at = async (device: SimDevice) => value(await device.vault().open(entry.id));
  expect(textOf((await at(ben)).record) === text).toBe(true);
  for (const [device, add] of [
    [ann, (was: string) => `Start. ${was}`],
    [ben, (was: string) => `${was} End.`],
  ] as const) {
    const { record, basis } = await at(device);
    if (record.kind !== "entry") throw new Error("an entry");
    const [part, ...parts] = record.parts;
    if (part === undefined) throw new Error("a part");
    const next = { ...record, parts: [{ ...part, text: add(part.text) }, ...parts] };
    value(await device.vault().save([{ basis, next }]));
  }
  await there.exchange(ann, ben, ann);
  for (const device of [ann, ben]) {
    expect(textOf((await at(device)).record) === `Start. ${text} End.`).toBe(true);
  }
});
