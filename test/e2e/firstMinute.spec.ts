import { keep, startJournal } from "./driveHeadroom.ts";
import { expect, expectAccessible, test } from "./headroom.ts";

test("journey 1: a journal is started, written in and kept within a minute, and nothing readable is on disk", async ({
  device,
}) => {
  const page = device.page();
  // Counted, and refused: the browser would decide by itself how it answers.
  await page.addInitScript(() => {
    StorageManager.prototype.persisted = async () => false;
    StorageManager.prototype.persist = async () => {
      Reflect.set(window, "__asked", Number(Reflect.get(window, "__asked") ?? 0) + 1);
      return false;
    };
  });
  const began = Date.now();
  device.neverOnDisk("marmaladecanary");
  await startJournal(page);
  await keep(page, "The marmaladecanary trolley was left in the corridor again.");
  expect(await page.evaluate(() => Reflect.get(window, "__asked"))).toBe(1);
  expect(Date.now() - began).toBeLessThan(60_000);
  await expect(page.getByText("marmaladecanary").first()).toBeVisible();
  await expectAccessible(page);
});
