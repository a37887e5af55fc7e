import { appendFileSync } from "node:fs";
import { join } from "node:path";
import { field, keep, startJournal, unlock } from "./driveHeadroom.ts";
import { expect, expectAccessible, test } from "./headroom.ts";
import { type OwnServer, ownServer, removeServer } from "./ownServer.ts";
import { testPort } from "./testPort.ts";

let server: OwnServer;
test.beforeEach(async () => {
  server = await ownServer(testPort(1));
});
test.afterEach(() => removeServer(server));

test("journey 3: installed, with the server gone, every place works and deep links reload", async ({
  device,
}) => {
  const page = device.page();
  device.neverOnDisk("Written while the server", "three quiet corridors");
  await page.goto(server.origin);
  await expect(page.getByText("Headroom now works without a network.")).toBeVisible();
  await startJournal(page, {}, server.origin);
  await server.stop();
  await keep(page, "Written while the server was gone.");
  await page.goto(`${server.origin}/THIRD_PARTY_LICENSES.txt`);
  await expect(page.getByText("MIT License").first()).toBeVisible();
  for (const path of [
    "/journal",
    "/reflect",
    "/reflect/gibbs",
    "/themes",
    "/proposals",
    "/proposals/new",
    "/settings",
    "/settings/import",
    "/settings/export",
    "/nowhere",
  ]) {
    await page.goto(server.origin + path);
    await unlock(page);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    expect(new URL(page.url()).pathname.startsWith(path)).toBe(true);
    await expectAccessible(page);
  }
  await page.goto(server.origin);
  await unlock(page);
  await expect(page.getByText("Written while the server was gone.")).toBeVisible();
});

test("a new version is offered, never forced over unsaved words, and taken when asked for", async ({
  device,
}) => {
  const page = device.page();
  device.neverOnDisk("Not yet kept when");
  await startJournal(page, {}, server.origin);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await expect
    .poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null))
    .toBe(true);
  await field(page).fill("Not yet kept when the update came");
  appendFileSync(join(server.root, "serviceWorker.js"), "\n// the next release\n");
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    await registration?.update();
  });
  await expect(page.getByText("A newer version of Headroom is ready.")).toBeVisible();
  await expectAccessible(page);
  await expect(field(page)).toHaveValue("Not yet kept when the update came");
  await page.getByRole("button", { name: "Update now" }).click();
  await unlock(page);
  await expect(field(page)).toHaveValue("Not yet kept when the update came");
  await expect(page.getByText("A newer version of Headroom is ready.")).toBeHidden();
});
