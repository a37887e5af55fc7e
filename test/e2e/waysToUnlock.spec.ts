import type { Page } from "@playwright/test";
import { goTo, keep, lockedPage, passphrase, startJournal } from "./driveHeadroom.ts";
import { expect, expectAccessible, test } from "./headroom.ts";

/** An authenticator in the device, as a phone or tablet has one; `hasPrf` says whether it gives secrets. */
async function authenticator(page: Page, hasPrf: boolean): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send("WebAuthn.enable");
  await session.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      ctap2Version: "ctap2_1",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
      hasPrf,
    },
  });
}

async function change(page: Page, typed: string, action: string): Promise<void> {
  await page.getByRole("dialog").getByLabel("Current passphrase").fill(typed);
  await page.getByRole("dialog").getByRole("button", { name: action }).click();
}

const lock = async (page: Page) => {
  await page.getByRole("button", { name: "Lock", exact: true }).first().click();
  await expect(lockedPage(page)).toBeVisible();
  await page.getByRole("button", { name: /, teal$/ }).click();
};

test("a passkey is added with the passphrase, opens the journal beside it, and is removed again", async ({
  device,
}) => {
  const page = device.page();
  await authenticator(page, true);
  await startJournal(page);
  await keep(page, "Something to come back to.");
  await goTo(page, "Settings");
  await page.getByRole("button", { name: "Add a passkey" }).click();
  await expectAccessible(page);
  await change(page, "not mine at all", "Add a passkey");
  await expect(page.getByText(/did not open the journal/)).toBeVisible();
  await expect(page.getByText("Passkey 1")).toBeHidden();
  await change(page, passphrase, "Add a passkey");
  await expect(page.getByText("Passkey 1")).toBeVisible();
  await expectAccessible(page);
  await lock(page);
  await page.getByRole("button", { name: "Use the passkey" }).click();
  await expect(page.getByText("Something to come back to.").first()).toBeVisible();
  await lock(page);
  await expectAccessible(page);
  await page.getByLabel("Passphrase", { exact: true }).fill(passphrase);
  await page.getByRole("button", { name: "Unlock" }).click();
  await goTo(page, "Settings");
  await page.getByRole("button", { name: "Remove passkey 1" }).click();
  await change(page, passphrase, "Remove this way");
  await expect(page.getByText("Passkey 1")).toBeHidden();
  await lock(page);
  await expect(page.getByLabel("Passphrase", { exact: true })).toBeVisible();
  await expect(page.getByRole("button", { name: "Use the passkey" })).toBeHidden();
});

test("a passkey that gives no secret, or not the same one twice, is not kept", async ({
  device,
}) => {
  const page = device.page();
  await authenticator(page, false);
  await startJournal(page);
  await goTo(page, "Settings");
  await page.getByRole("button", { name: "Add a passkey" }).click();
  await change(page, passphrase, "Add a passkey");
  await expect(page.getByText(/cannot open journals/)).toBeVisible();
  await page.getByRole("dialog").getByRole("button", { name: "Close" }).click();
  await expect(page.getByText("Passkey 1")).toBeHidden();

  const other = await device.context.newPage();
  await authenticator(other, true);
  // An authenticator that forgets itself between two readings.
  await other.addInitScript(() => {
    const get = navigator.credentials.get.bind(navigator.credentials);
    let readings = 0;
    navigator.credentials.get = async (options) => {
      readings += 1;
      const salts = options?.publicKey?.extensions?.prf?.evalByCredential;
      const first = new Uint8Array(32).fill(readings);
      for (const name of Object.keys(salts ?? {})) if (salts) salts[name] = { first };
      return get(options);
    };
  });
  await other.goto("/");
  await other.getByRole("button", { name: /, teal$/ }).click();
  await other.getByLabel("Passphrase", { exact: true }).fill(passphrase);
  await other.getByRole("button", { name: "Unlock" }).click();
  await goTo(other, "Settings");
  await other.getByRole("button", { name: "Add a passkey" }).click();
  await change(other, passphrase, "Add a passkey");
  await expect(other.getByText(/cannot open journals/)).toBeVisible();
});

test("a person's own phone opens by itself where they asked for it, and no longer once it is said to be shared", async ({
  device,
}) => {
  const page = device.page();
  await startJournal(page);
  await keep(page, "Something to come back to.");
  await goTo(page, "Settings");
  await page.getByRole("button", { name: "Open without a passphrase on this device" }).click();
  await expect(page.getByText(/no protection against anyone/)).toBeVisible();
  await expectAccessible(page);
  await change(page, passphrase, "Open without a passphrase on this device");
  await expect(page.getByText("This device by itself")).toBeVisible();
  await lock(page);
  await page.getByRole("button", { name: "Open on this device" }).click();
  await expect(page.getByText("Something to come back to.").first()).toBeVisible();
  await goTo(page, "Settings");
  await page.getByRole("checkbox", { name: "This device is shared" }).check();
  await expect(page.getByText("This device by itself")).toBeHidden();
  await expect(
    page.getByRole("button", { name: "Open without a passphrase on this device" }),
  ).toBeHidden();
  // Taken back, it has to be asked for anew.
  await page.getByRole("checkbox", { name: "This device is shared" }).uncheck();
  await expect(
    page.getByRole("button", { name: "Open without a passphrase on this device" }),
  ).toBeVisible();
  await lock(page);
  await expect(page.getByLabel("Passphrase", { exact: true })).toBeVisible();
  await expect(page.getByRole("button", { name: "Open on this device" })).toBeHidden();
});
