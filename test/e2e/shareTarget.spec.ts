import {
  field,
  keep,
  openUntilOffline,
  passphrase,
  startJournal,
  unlock,
} from "./driveHeadroom.ts";
import { expect, expectAccessible, test } from "./headroom.ts";

test("text shared from another app waits for the unlocking and then stands in Today's field", async ({
  device,
}) => {
  const page = device.page();
  const words = "Shared canary from the handover";
  device.neverOnDisk(words, passphrase);
  await openUntilOffline(page);
  await startJournal(page);
  await page.goto("/");
  const addresses: string[] = [];
  page.on("framenavigated", (frame) => addresses.push(new URL(frame.url()).pathname));
  await page.evaluate((text) => {
    const form = document.createElement("form");
    form.method = "post";
    form.action = "/share";
    form.enctype = "multipart/form-data";
    // The browser itself would remember what this page's form was filled with; the device's share has no form.
    form.autocomplete = "off";
    const input = document.createElement("input");
    Object.assign(input, { type: "hidden", name: "text", value: text, autocomplete: "off" });
    form.append(input);
    document.body.append(form);
    form.submit();
  }, words);
  await expect(page.getByText("Text you shared is waiting.")).toBeVisible();
  // A page that were itself the answer to what was posted would be written to disk with it.
  expect(new Set(addresses)).toEqual(new Set(["/"]));
  expect(page.url()).toBe(new URL("/", page.url()).href);
  await expectAccessible(page);
  expect(
    await page.evaluate(
      () => !window.dispatchEvent(new Event("beforeunload", { cancelable: true })),
    ),
  ).toBe(true);

  // A reload of the locked page, confirmed, loses nothing and writes nothing; another tab gets nothing.
  device.leaveWhenAsked();
  await page.reload();
  await expect(page.getByText("Text you shared is waiting.")).toBeVisible();
  const other = await device.context.newPage();
  await other.goto("/");
  await expect(other.getByRole("button", { name: "Start a new journal" })).toBeVisible();
  await expect(other.getByText("Text you shared is waiting.")).toBeHidden();
  await other.close();

  await unlock(page);
  await expect(field(page)).toHaveValue(words);
  expect(new URL(page.url()).pathname).toBe("/");
  await expect(page.getByText("Text you shared is waiting.")).toBeHidden();
  await keep(page, words);
});
