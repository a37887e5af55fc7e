import { expect, test } from "vitest";
import { instant } from "#base/Clock.ts";
import { draftOf, listenTo, openDevice, today, value } from "./openTestJournal.ts";

const days = (count: number) => instant(today + count * 24 * 60 * 60 * 1000);

test.each([
  [true, 0],
  [false, 1],
])(
  "the bin is cleared by the tab that leads and by no other: leading %s",
  async (isLeading, left) => {
    const device = await openDevice();
    const writer = device.tab();
    const { entry } = value(await writer.vault.keepDraft(draftOf("Long binned.")));
    const { basis, record } = value(await writer.vault.open(entry.id));
    value(
      await writer.vault.save([{ basis, next: { ...record, deletedAt: today } as typeof entry }]),
    );
    device.clock.set(days(40));
    const tab = device.tab(undefined, { unlockedAt: days(39) }, isLeading);
    const ear = await listenTo(tab);
    await ear.loaded;
    if (isLeading) await ear.until(() => ear.news.some(({ type }) => type === "removed"));
    // A write takes its turn after any clearing that was begun.
    value(await tab.vault.saveDraft(draftOf("Later.")));
    expect(device.memory.documents.size).toBe(left);
  },
);

test("an index is stored by the tab that leads; what another had in hand is stored whole or not at all", async () => {
  const device = await openDevice();
  const segments = [0, 1].map((number) => ({ number, bytes: Uint8Array.of(number) }));
  const follower = device.tab(undefined, {}, false);
  await follower.source.storeIndex("search", 3, segments, 2);
  expect(device.memory.indexes.size).toBe(0);
  const leader = device.tab();
  await leader.source.storeIndex("search", 3, segments, 2);
  expect((await leader.source.loadIndex("search"))?.through).toBe(3);
  await follower.source.storeIndex("search", 4, segments.slice(1), 2);
  expect((await leader.source.loadIndex("search"))?.through).toBe(3);
});
