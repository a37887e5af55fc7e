import { appendFileSync } from "node:fs";
import { join } from "node:path";
import { field, loadExample, openUntilOffline, startJournal, unlock } from "./driveHeadroom.ts";
import { everyPlace, routePaths } from "./everyPlace.ts";
import { expect, expectAccessible, test } from "./headroom.ts";
import { press, unlockByKeyboard } from "./keyboard.ts";
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
  test.setTimeout(600_000);
  const page = device.page();
  device.neverOnDisk("Written while the server");
  await openUntilOffline(page, server.origin);
  await startJournal(page, {}, server.origin);
  await server.stop();
  await expect(field(page)).toBeFocused();
  await page.keyboard.type("Written while the server was gone.");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText("Kept on this device.").first()).toBeVisible();
  await loadExample(page);
  const places = await everyPlace(page);
  await page.goto(`${server.origin}/THIRD_PARTY_LICENSES.txt`);
  await expect(page.getByText("MIT License").first()).toBeVisible();
  for (const path of places) {
    await page.goto(server.origin + path);
    await unlock(page);
    // The locked page has a heading, too; places are only where the journal is open.
    await expect(page.getByRole("navigation", { name: "Places" })).toBeVisible();
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(page.getByRole("heading", { name: "This page could not be shown" })).toBeHidden();
    expect(new URL(page.url()).pathname).toBe(path);
  }
  await page.goto(server.origin);
  await unlock(page);
  await expect(page.getByText("Written while the server was gone.")).toBeVisible();
});

test("the browser finds nothing against installing it, and its shortcuts and shares lead to places there are", async ({
  device,
}) => {
  const page = device.page();
  await page.goto(server.origin);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  const session = await device.context.newCDPSession(page);
  const found = await session.send("Page.getAppManifest");
  expect(found.errors).toEqual([]);
  expect(new URL(found.url).origin).toBe(server.origin);
  expect((await session.send("Page.getInstallabilityErrors")).installabilityErrors).toEqual([]);

  const manifest = JSON.parse(found.data ?? "");
  expect(manifest).toMatchObject({ display: "standalone", start_url: "/", scope: "/" });
  for (const { url } of manifest.shortcuts) expect(routePaths).toContain(url);
  expect(manifest.shortcuts.length).toBeGreaterThan(0);
  // By POST, so that shared words stand in no address; answered by the service worker (shareTarget.spec).
  expect(manifest.share_target).toEqual({
    action: "/share",
    method: "POST",
    enctype: "multipart/form-data",
    params: { title: "title", text: "text", url: "url" },
  });
  const icons = [
    ...manifest.icons,
    ...manifest.shortcuts.flatMap((shortcut: { icons: unknown[] }) => shortcut.icons),
  ];
  const sizes = await page.evaluate(
    (addresses) =>
      Promise.all(
        addresses.map(async (src) => {
          const image = new Image();
          image.src = src;
          await image.decode();
          return `${image.naturalWidth}x${image.naturalHeight}`;
        }),
      ),
    icons.map(({ src }: { src: string }) => src),
  );
  for (const [index, icon] of icons.entries())
    if (icon.sizes !== "any") expect(sizes[index], icon.src).toBe(icon.sizes);
  expect(icons.filter(({ purpose }) => purpose === "maskable")).toHaveLength(1);
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
  await page.keyboard.type("Not yet kept when the update came");
  appendFileSync(join(server.root, "serviceWorker.js"), "\n// the next release\n");
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    await registration?.update();
  });
  await expect(page.getByText("A newer version of Headroom is ready.")).toBeVisible();
  await expectAccessible(page);
  await expect(field(page)).toHaveValue("Not yet kept when the update came");
  // Without a mouse: the notice is on the way of Tab, and so is the way back in.
  await press(page, page.getByRole("button", { name: "Update now" }));
  await unlockByKeyboard(page);
  await expect(field(page)).toHaveValue("Not yet kept when the update came");
  await expect(page.getByText("A newer version of Headroom is ready.")).toBeHidden();
});
