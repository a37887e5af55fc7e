import { keep, startJournal } from "./driveHeadroom.ts";
import { expect, expectAccessible, test } from "./headroom.ts";

test("journey 1: a journal is started, written in and kept within a minute, and nothing readable is on disk", async ({
  device,
}) => {
  const page = device.page();
  const began = Date.now();
  device.neverOnDisk("marmaladecanary", "three quiet corridors");
  const words = await startJournal(page);
  device.neverOnDisk(words.join(" "));
  await keep(page, "The marmaladecanary trolley was left in the corridor again.");
  expect(Date.now() - began).toBeLessThan(60_000);
  await expect(page.getByText("marmaladecanary").first()).toBeVisible();
  await expectAccessible(page);
});
