import { field, goTo, keep, lockedPage, startJournal, unlock } from "./driveHeadroom.ts";
import { expect, expectAccessible, test } from "./headroom.ts";
import { unlockByKeyboard } from "./keyboard.ts";

test("journey 2: locked tablet to a kept observation by keyboard only, and Lock now leaves no words anywhere", async ({
  device,
}) => {
  const page = device.page();
  device.neverOnDisk("damsoncanary");
  await startJournal(page);
  await keep(page, "A damsoncanary note before the break.");
  await page.getByRole("button", { name: "Lock" }).click();
  await expect(lockedPage(page)).toBeVisible();
  await expectAccessible(page);
  const left = await page.evaluate(() =>
    JSON.stringify([
      document.documentElement.outerHTML,
      document.title,
      location.href,
      history.state,
      { ...localStorage },
      { ...sessionStorage },
    ]),
  );
  expect(left).not.toContain("damsoncanary");

  // From here on there is no mouse.
  await unlockByKeyboard(page);
  await expect(field(page)).toBeFocused();
  await page.keyboard.type("Linen room empty again by ten.");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText("Kept on this device.")).toBeVisible();
  await expectAccessible(page);
});

test("a tab killed in the middle of a sentence loses nothing", async ({ device }) => {
  let page = device.page();
  device.neverOnDisk("quincecanary");
  await startJournal(page);
  await field(page).pressSequentially("The quincecanary pump alarmed and nobody");
  await expect(page.getByText("Draft kept on this device")).toBeVisible();
  page = await device.killAndReopen();
  await page.goto("/");
  await unlock(page);
  await expect(field(page)).toHaveValue("The quincecanary pump alarmed and nobody");
});

test("locking in one tab locks every tab within a second, with what was being written kept", async ({
  device,
}) => {
  const first = device.page();
  await startJournal(first);
  const second = await device.context.newPage();
  await second.goto("/");
  await unlock(second);
  await field(second).fill("Half a thought in the second tab");
  await first.bringToFront();
  await goTo(first, "Journal");
  // Both tabs are of one machine, so their clocks are one.
  await second.evaluate(() => {
    new MutationObserver(() => localStorage.setItem("test-covered-at", String(Date.now()))).observe(
      document.documentElement,
      { attributeFilter: ["data-covered"] },
    );
  });
  await first.evaluate(() => {
    window.addEventListener(
      "click",
      () => localStorage.setItem("test-pressed-at", String(Date.now())),
      { capture: true },
    );
  });
  await first.getByRole("button", { name: "Lock" }).click();
  await expect(lockedPage(second)).toBeVisible();
  const took = await second.evaluate(
    () =>
      Number(localStorage.getItem("test-covered-at")) -
      Number(localStorage.getItem("test-pressed-at")),
  );
  expect(took).toBeGreaterThanOrEqual(0);
  expect(took).toBeLessThan(1000);
  await second.bringToFront();
  await unlock(second);
  await expect(field(second)).toHaveValue("Half a thought in the second tab");
});

test("an idle journal warns, stays when a key is pressed, and locks when nobody answers", async ({
  device,
}) => {
  const page = device.page();
  device.neverOnDisk("Half a thought in");
  await page.clock.install();
  await startJournal(page);
  await page.clock.runFor(101_000);
  await expect(page.getByRole("alertdialog").or(page.getByRole("dialog"))).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press("Shift");
  await expect(page.getByText("Still there?")).toBeHidden();
  await page.clock.runFor(101_000);
  await expect(page.getByText("Still there?")).toBeVisible();
  await page.clock.runFor(21_000);
  await expect(lockedPage(page)).toBeVisible();
});

test("a wrong passphrase opens nothing, the recovery code does, and ten wrong tries bring a pause", async ({
  device,
}) => {
  const page = device.page();
  device.neverOnDisk("Something to come back", "wrong words");
  const words = await startJournal(page);
  await keep(page, "Something to come back to.");
  const unlockButton = page.getByRole("button", { name: "Unlock", exact: true });
  const typed = page.getByLabel("Passphrase", { exact: true });
  const lock = async () => {
    await page.getByRole("button", { name: "Lock" }).click();
    await page.getByRole("button", { name: /, teal$/ }).click();
  };
  const guess = async (number: number) => {
    await typed.fill(`wrong words ${number}`);
    await unlockButton.click();
  };
  await lock();
  await guess(1);
  await expect(page.getByText(/did not open the journal.* 9 more tries/)).toBeVisible();
  await page.getByRole("button", { name: "Use the recovery code instead" }).click();
  await page.getByLabel("Recovery code").fill(words.join(" "));
  await unlockButton.click();
  await expect(page.getByText("Something to come back to.").first()).toBeVisible();

  await lock();
  for (let tries = 1; tries < 10; tries += 1) {
    await guess(tries);
    const left = page.getByText(new RegExp(`did not open the journal.* ${10 - tries} more tr`));
    await expect(left).toBeVisible();
  }
  await guess(10);
  await expect(page.getByText(/there is a pause/)).toBeVisible();
  await expect(unlockButton).toBeDisabled();
  await expect(page.getByText("Something to come back to.")).toBeHidden();
  await expectAccessible(page);
});

test("the recovery code opens the journal, mistyped words are named, and a hidden journal opens by its name", async ({
  device,
}) => {
  const page = device.page();
  device.neverOnDisk("Hidden but here", "Thursday teapot", "thursday teapot");
  const words = await startJournal(page, { hiddenName: "Thursday teapot" });
  await keep(page, "Hidden but here.");
  await page.getByRole("button", { name: "Lock" }).click();
  await expect(page.getByRole("button", { name: /, teal$/ })).toBeHidden();
  await page.getByRole("button", { name: "Open a journal not shown here" }).click();
  await page.getByLabel("Name of the journal").fill("thursday  TEAPOT");
  await page.getByRole("button", { name: "Look for it" }).click();
  await page.getByRole("button", { name: "Use the recovery code instead" }).click();
  await page.getByLabel("Recovery code").fill([...words.slice(0, 11), "notaword"].join(" "));
  await page.getByRole("button", { name: "Unlock" }).click();
  await expect(page.getByText("notaword").last()).toBeVisible();
  await page.getByLabel("Recovery code").fill(words.join("\n").toUpperCase());
  await page.getByRole("button", { name: "Unlock" }).click();
  await expect(page.getByText("Hidden but here.")).toBeVisible();
});

test("a device said to be shared at the start locks after two minutes at most, in every journal, until that is taken back", async ({
  device,
}) => {
  const page = device.page();
  await page.clock.install();
  await page.goto("/");
  await page.getByRole("button", { name: "Start a new journal" }).click();
  await page.getByRole("checkbox", { name: "This device is shared" }).check();
  await expectAccessible(page);
  await startJournal(page);
  await goTo(page, "Settings");
  const minutes = page.getByLabel("Lock by itself after");
  await expect(minutes.getByRole("option")).toHaveText(["1 minute", "2 minutes"]);
  await page.getByRole("checkbox", { name: "This device is shared" }).uncheck();
  await expect(minutes.getByRole("option")).toHaveCount(15);
  await minutes.selectOption("15");
  await expect(minutes).toHaveValue("15");
  await page.clock.runFor(5 * 60_000);
  await expect(page.getByText("Still there?")).toBeHidden();
  await page.getByRole("checkbox", { name: "This device is shared" }).check();
  await expect(minutes).toHaveValue("2");
  await page.clock.runFor(101_000);
  await expect(page.getByText("Still there?")).toBeVisible();
  // Asleep: the clock goes on and nothing runs.
  await page.keyboard.press("Shift");
  await page.clock.fastForward(60_000);
  await expect(lockedPage(page)).toBeVisible();
});
