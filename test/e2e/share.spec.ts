import { field, keep, passphrase, startJournal, unlock } from "./driveHeadroom.ts";
import { expect, expectAccessible, test } from "./headroom.ts";

test("text shared from another app waits for the unlocking and then stands in Today's field", async ({
  device,
}) => {
  const page = device.page();
  const words = "Shared canary from the handover";
  device.neverOnDisk(words, passphrase);
  await page.goto("/");
  await expect(page.getByText("Headroom now works without a network.")).toBeVisible();
  await startJournal(page);
  await page.goto("/");
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
  expect(new URL(page.url()).href).not.toContain("canary");
  await expectAccessible(page);
  expect(
    await page.evaluate(
      () => !window.dispatchEvent(new Event("beforeunload", { cancelable: true })),
    ),
  ).toBe(true);
  await unlock(page);
  await expect(field(page)).toHaveValue(words);
  expect(new URL(page.url()).pathname).toBe("/");
  await expect(page.getByText("Text you shared is waiting.")).toBeHidden();
  await keep(page, words);
});
