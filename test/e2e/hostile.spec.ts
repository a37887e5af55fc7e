import { field, goTo, keep, startJournal, visit } from "./driveHeadroom.ts";
import { expect, expectAccessible, test } from "./headroom.ts";
import { hostileJournal, hostileTexts } from "./hostileTexts.ts";

const unharmed = (page: import("@playwright/test").Page) =>
  page.evaluate(() => Reflect.get(window, "__xss") === undefined);

test("control: the same texts do fire where a page writes them as HTML without a policy", async ({
  browser,
}) => {
  const page = await browser.newPage();
  let fired = 0;
  page.on("dialog", (dialog) => {
    fired += 1;
    dialog.dismiss().catch(() => {});
  });
  await page.setContent("<div id=target></div>");
  await page.route("**/*", (route) => route.abort());
  // Some payloads lead the page away; by then others have fired.
  await page
    .evaluate(
      (texts) => {
        for (const text of texts) {
          try {
            document.getElementById("target")?.insertAdjacentHTML("beforeend", text);
          } catch {}
        }
      },
      hostileTexts().slice(0, 300),
    )
    .catch(() => {});
  const harmed = async () => !(await unharmed(page).catch(() => true));
  await expect.poll(async () => fired + ((await harmed()) ? 1 : 0)).toBeGreaterThan(0);
  await page.close();
});

test("a journal full of hostile texts is brought in, listed, opened and searched: nothing fires, nothing is fetched, no policy is broken", async ({
  device,
}) => {
  test.setTimeout(600_000);
  const page = device.page();
  const journal = hostileJournal(hostileTexts(), Date.now());
  // Some words that stand in them whatever data is here: as the file has them, and as they are read.
  device.neverOnDisk(
    '<img src=x onerror="window.__xss=1;alert(1)',
    '<img src=x onerror="window.__xss=1;alert(1)',
    "elsewhere.invalid/pixel.png",
    "txet desrever",
  );
  await startJournal(page);
  await visit(page, "/settings/import");
  await page.getByLabel("Files to bring in").setInputFiles({
    name: "headroom.json",
    mimeType: "application/json",
    buffer: Buffer.from(journal.file, "utf8"),
  });
  await page.getByRole("button", { name: /to my journal$/ }).click();
  await expect(page.getByText(/added to your journal\./).first()).toBeVisible({ timeout: 120_000 });

  for (const path of ["/", "/journal", "/themes", "/reflect", "/reflect/models", "/proposals"]) {
    await visit(page, path);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    for (let turn = 0; turn < 10; turn += 1) await page.mouse.wheel(0, 3000);
    expect(await unharmed(page)).toBe(true);
  }
  for (const path of journal.opened) {
    await visit(page, path);
    await expect(page.getByRole("main").first()).toContainText(/\S/);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    expect(await unharmed(page)).toBe(true);
  }
  await goTo(page, "Journal");
  for (const typed of ["<img", "javascript", "onerror=alert", '" onmouseover=']) {
    await page.getByRole("searchbox", { name: "Search everything you wrote" }).fill(typed);
    await expect(page.getByText(/entr(y|ies) found|Nothing found/).first()).toBeVisible();
  }
  expect(await unharmed(page)).toBe(true);
});

test("what is typed is text: an entry, its tag and a proposal title", async ({ device }) => {
  const page = device.page();
  const text = '<img src=x onerror="window.__xss=1">[a](javascript:window.__xss=1)';
  device.neverOnDisk(text, '<img src=x onerror="window.__xss=1">', "[a](javascript:window");
  await startJournal(page);
  await page.getByText("Add when, where, tags").click();
  await page.getByRole("combobox", { name: "Tags" }).fill(text);
  await page.keyboard.press("Enter");
  await keep(page, text);
  await page.getByRole("link", { name: "Open it" }).click();
  await expect(page.getByRole("definition").filter({ hasText: text })).toHaveText(text);
  await expect(page.getByText('<img src=x onerror="window.__xss=1">').first()).toBeVisible();
  expect(await page.locator('a[href^="javascript" i]').count()).toBe(0);
  await visit(page, "/proposals/new");
  await expect(page.getByRole("heading", { level: 1, name: "Start a proposal" })).toBeVisible();
  await page.getByRole("textbox").first().fill(text);
  await page.getByRole("button", { name: /start/i }).first().click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("<img src=x");
  expect(await page.title()).not.toContain("<img");
  expect(await unharmed(page)).toBe(true);
});

test("empty, very long and all-emoji entries are kept or declined with a clear word, and nothing is lost", async ({
  device,
}) => {
  const page = device.page();
  device.neverOnDisk("A very long thought");
  await startJournal(page);
  await page.getByRole("button", { name: "Keep", exact: true }).click();
  await expect(page.getByText("Write something first, then keep it.").first()).toBeVisible();
  await keep(page, "👩‍⚕️👍🏽🙏🏿🫀".repeat(50));
  const long = "A very long thought about the linen. ".repeat(2703).slice(0, 100_000);
  await keep(page, long);
  await page.getByRole("link", { name: "Open it" }).click();
  await expect(page.getByText("A very long thought about the linen.").first()).toBeVisible();
  await expectAccessible(page);
  await goTo(page, "Today");
  await expect(field(page)).toBeVisible();
});

test("an address of an entry, theme or proposal that does not exist says so and leads on", async ({
  device,
}) => {
  const page = device.page();
  await startJournal(page);
  for (const path of [
    "/journal/nothing-here",
    "/themes/nothing-here",
    "/proposals/nothing-here",
    "/reflect/nothing-here",
    "/nothing-here",
    "/journal/%00%ff",
  ]) {
    await visit(page, path);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(page.getByRole("main").getByRole("link").first()).toBeVisible();
    await expectAccessible(page);
  }
});

test("a full device keeps the words on the screen, says so, and keeps them once there is room", async ({
  device,
}) => {
  // Twice as long as it may take until Chromium sees how much room there is.
  test.setTimeout(600_000);
  const page = device.page();
  device.neverOnDisk("Words that have no room");
  await startJournal(page);
  const session = await device.context.newCDPSession(page);
  const origin = new URL(page.url()).origin;
  await session.send("Storage.overrideQuotaForOrigin", { origin, quotaSize: 1 });
  // Chromium goes on for a while with the room it last found, so a few more may fit.
  const full = page.getByText(/no room left/).first();
  await expect(async () => {
    await field(page).fill("Words that have no room yet");
    await page.getByRole("button", { name: "Keep", exact: true }).click();
    await expect(full).toBeVisible({ timeout: 2000 });
  }).toPass({ timeout: 90_000 });
  await expect(field(page)).toHaveValue("Words that have no room yet");
  await expectAccessible(page);
  await session.send("Storage.overrideQuotaForOrigin", { origin });
  await expect(async () => {
    await page.getByRole("button", { name: "Try again" }).first().click();
    await expect(full).toBeHidden({ timeout: 2000 });
  }).toPass({ timeout: 90_000 });
  await expect(page.getByText(/kept on this device/i).first()).toBeVisible();
});
