import {
  field,
  goTo,
  keep,
  lockedPage,
  passphrase,
  startJournal,
  takeNewCode,
  unlock,
} from "./driveHeadroom.ts";
import { expect, expectAccessible, test } from "./headroom.ts";

test("after a leak a journal gets a new key: every tab locks, everything is there under the new one, the old code opens nothing", async ({
  device,
}) => {
  device.neverOnDisk("quincetanager", "damsonplover");
  const page = device.page();
  const oldCode = await startJournal(page);
  await keep(page, "The quincetanager was late again.");
  const other = await device.context.newPage();
  await other.goto("/");
  await unlock(other);
  await field(other).fill("A draft about damsonplover.");
  await goTo(page, "Settings");
  await page.getByRole("button", { name: "Seal everything anew" }).click();
  await expectAccessible(page);
  const newCode = await takeNewCode(page);
  await expectAccessible(page);
  await page.getByRole("dialog").getByLabel("Current passphrase").fill(passphrase);
  await page.getByRole("button", { name: "Give it a new key and lock" }).click();
  // Both tabs, by themselves; the other one's draft is saved before.
  await expect(lockedPage(page)).toBeVisible();
  await expect(lockedPage(other)).toBeVisible();

  await unlock(page);
  await expect(page.getByText(/quincetanager/).first()).toBeVisible();
  await goTo(page, "Settings");
  await expect(page.getByRole("button", { name: "Seal everything anew" })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Lock", exact: true }).first().click();
  await expect(lockedPage(page)).toBeVisible();

  const recover = async (words: readonly string[]) => {
    await page.getByRole("button", { name: /, teal$/ }).click();
    await page.getByRole("button", { name: /recovery code/ }).click();
    await page.getByLabel("Recovery code").fill(words.join(" "));
    await page.getByRole("button", { name: "Unlock" }).click();
  };
  await recover(oldCode);
  await expect(page.getByText(/did not open the journal/)).toBeVisible();
  await page.getByLabel("Recovery code").fill(newCode.join(" "));
  await page.getByRole("button", { name: "Unlock" }).click();
  await expect(page.getByText(/quincetanager/).first()).toBeVisible();
  await expect(page.getByText(/damsonplover/).first()).toBeVisible();
});

test("where the older key is damaged that is said, all else opens, and a new key ends it", async ({
  device,
}) => {
  device.neverOnDisk("medlartanager", "sloeplover");
  const page = device.page();
  await startJournal(page);
  await keep(page, "The medlartanager was late again.");
  await goTo(page, "Settings");
  await page.getByRole("button", { name: "Seal everything anew" }).click();
  await takeNewCode(page);
  await page.getByRole("dialog").getByLabel("Current passphrase").fill(passphrase);
  await page.getByRole("button", { name: "Give it a new key and lock" }).click();
  await expect(lockedPage(page)).toBeVisible();
  // As a failing disk would: the slot in which the older key is kept.
  await page.evaluate(async () => {
    const request = indexedDB.open("headroom-covers");
    await new Promise((resolve) => {
      request.onsuccess = resolve;
    });
    const writing = request.result.transaction("covers", "readwrite");
    const covers = writing.objectStore("covers");
    const all = covers.getAll();
    all.onsuccess = () => {
      for (const cover of all.result) {
        for (const slot of cover.slots.slots)
          if (slot.kind === "older key") slot.salt = "A".repeat(43);
        covers.put(cover);
      }
    };
    await new Promise((resolve) => {
      writing.oncomplete = resolve;
    });
    request.result.close();
  });
  await unlock(page);
  await keep(page, "A sloeplover, under the newer key.");
  await goTo(page, "Settings");
  await expect(page.getByText(/the older key is damaged/)).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Seal everything anew" }).click();
  await takeNewCode(page);
  await page.getByRole("dialog").getByLabel("Current passphrase").fill(passphrase);
  await page.getByRole("button", { name: "Give it a new key and lock" }).click();
  await expect(lockedPage(page)).toBeVisible();
  await unlock(page);
  await expect(page.getByText(/sloeplover/).first()).toBeVisible();
  await goTo(page, "Settings");
  await expect(page.getByRole("button", { name: "Seal everything anew" })).toBeVisible();
  await expect(page.getByText(/the older key is damaged/)).toBeHidden();
});
