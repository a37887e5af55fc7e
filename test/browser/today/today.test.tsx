import { cleanup } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { instant } from "#base/Clock.ts";
import type { EntryId, ThemeId } from "#core/identifiers.ts";
import type { Vault } from "#core/journal/Vault.ts";
import { makeTheme } from "#core/theme/makeTheme.ts";
import type { Theme } from "#core/theme/Theme.ts";
import { savePreferences } from "#features/settings/savePreferences.ts";
import type { Workspace } from "#notebook/Workspace.ts";
import {
  daysAgo,
  entry,
  expectAccessible,
  expectDraft,
  keptTexts,
  openTab,
  showNotebook,
  storedDrafts,
} from "../notebook/openNotebook.tsx";

const field = () => page.getByRole("textbox", { name: "What did you notice?" });
const keep = () => page.getByRole("button", { name: "Keep" });

/** A theme that the person made of these entries. */
const themeOf = (id: string, entries: readonly string[], name: string): Theme => ({
  ...makeTheme({
    id: id as ThemeId,
    entries: entries.map((entry) => entry as EntryId),
    how: "said",
    at: instant(Date.now()),
  }),
  name,
});

/** The same workspace on a device whose storage is full for as long as `isFull` says so. */
const onFullDevice = (workspace: Workspace, isFull: () => boolean): Workspace => {
  const full = { ok: false, error: { type: "StorageFull" } } as const;
  const refuses = new Set<PropertyKey>(["saveDraft", "keepDraft"] satisfies (keyof Vault)[]);
  return {
    ...workspace,
    vault: new Proxy(workspace.vault, {
      get: (vault, name) =>
        refuses.has(name) && isFull() ? async () => full : Reflect.get(vault, name),
    }),
  };
};

describe("the field", () => {
  test("has the focus at once, before anything has been read", async () => {
    const { workspace } = await openTab();
    showNotebook(workspace, "/");
    expect(document.activeElement).toBe(await field().element());
    await expectAccessible();
  });

  test("is cleared once its words are committed, and says so", async () => {
    const { workspace } = await openTab();
    showNotebook(workspace, "/");
    await userEvent.type(field(), "Bed space was free at ten.");
    await page.getByRole("button", { name: "Went well" }).click();
    await keep().click();
    await expect.element(page.getByText("Kept on this device.")).toBeVisible();
    await expect.element(field()).toHaveValue("");
    expect(await keptTexts(workspace)).toEqual(["Bed space was free at ten."]);
    expect(await storedDrafts(workspace)).toEqual([]);
    await expect.element(page.getByRole("list", { name: "Lately" })).toHaveTextContent(/Went well/);
    await expect
      .element(page.getByRole("button", { name: "Went well" }))
      .toHaveAttribute("aria-pressed", "false");
  });

  test("keeps with Ctrl and Enter and has the focus still", async () => {
    const { workspace } = await openTab();
    showNotebook(workspace, "/");
    await userEvent.type(field(), "One");
    await userEvent.keyboard("{Control>}{Enter}{/Control}");
    await expect.element(page.getByText("Kept on this device.")).toBeVisible();
    await userEvent.keyboard("Two");
    await expect.element(field()).toHaveValue("Two");
    await userEvent.keyboard("{Control>}{Enter}{/Control}");
    await expect.poll(() => keptTexts(workspace)).toEqual(["Two", "One"]);
  });

  test("keeps nothing where nothing was written, and says what to do", async () => {
    const { workspace } = await openTab();
    showNotebook(workspace, "/");
    await userEvent.type(field(), "   ");
    await keep().click();
    await expect.element(page.getByText("Write something first, then keep it.")).toBeVisible();
    expect(document.activeElement).toBe(await field().element());
    expect(await keptTexts(workspace)).toEqual([]);
  });

  test("keeps 100,000 letters and pictograms only, whole", async () => {
    const { workspace } = await openTab();
    showNotebook(workspace, "/");
    const long = "A long shift. ".repeat(7143).slice(0, 100_000);
    for (const text of [long, "😀👩‍⚕️🏳️‍🌈"]) {
      await field().fill(text);
      await keep().click();
      await expect.element(field()).toHaveValue("");
    }
    const { ids } = await workspace.reader.timeline({}, workspace.mark());
    const texts = await Promise.all(
      ids.map(async (id) => (await workspace.reader.entry(id, 0))?.parts[0]?.text),
    );
    expect(texts).toEqual(["😀👩‍⚕️🏳️‍🌈", long]);
  });
});

describe("a draft", () => {
  test("is stored on a pause and is there again, caret at its end, when the page comes back", async () => {
    const { workspace } = await openTab();
    showNotebook(workspace, "/");
    await userEvent.type(field(), "Half a sentence");
    await expectDraft(workspace, "Half a sentence");
    await expect.element(page.getByText("Draft kept on this device")).toBeVisible();
    cleanup();
    showNotebook(workspace, "/");
    await expect.element(field()).toHaveValue("Half a sentence");
    await userEvent.keyboard(" and its end.");
    await expect.element(field()).toHaveValue("Half a sentence and its end.");
    await keep().click();
    await expect.poll(() => keptTexts(workspace)).toEqual(["Half a sentence and its end."]);
  });

  test("loses nothing when the place is left before the pause", async () => {
    const { workspace } = await openTab();
    showNotebook(workspace, "/");
    await userEvent.type(field(), "Left in a hurry");
    cleanup();
    showNotebook(workspace, "/");
    await expect.element(field()).toHaveValue("Left in a hurry");
  });

  test("is saved before the journal locks", async () => {
    const tab = await openTab();
    showNotebook(tab.workspace, "/");
    await userEvent.type(field(), "The bell went");
    await tab.saveAll();
    expect((await storedDrafts(tab.workspace))[0]?.parts[0]?.text).toBe("The bell went");
  });

  test("that another tab is writing in is left alone", async () => {
    const { workspace } = await openTab();
    const first = showNotebook(workspace, "/");
    await userEvent.type(field(), "Being written here");
    await expectDraft(workspace, "Being written here");
    const { container } = showNotebook(workspace, "/");
    await expect.poll(() => container.querySelector("textarea")?.value).toBe("");
    const draftsHeld = async () =>
      (await navigator.locks.query()).held?.filter(({ name }) =>
        name?.startsWith("headroom-draft-"),
      ).length;
    await expect.poll(draftsHeld).toBe(2);
    expect(container.textContent).not.toContain("Not finished yet");
    first.unmount();
  });

  test("that is taken up again is never anybody's to take meanwhile", async () => {
    const { workspace } = await openTab();
    const first = showNotebook(workspace, "/");
    await userEvent.type(field(), "Mine alone");
    await expectDraft(workspace, "Mine alone");
    const [draft] = await storedDrafts(workspace);
    const name = `headroom-draft-${draft?.id}`;
    first.unmount();
    await navigator.locks.request(name, () => undefined);
    // Another tab that wants the draft stands in line as soon as this one has it.
    const { locks } = navigator;
    const request = locks.request.bind(locks);
    const other = { isWaiting: false, hasTaken: false };
    const stop = new AbortController();
    const eavesdrop = (...asked: Parameters<typeof request>) => {
      const answer = request(...asked);
      if (asked[0] === name && !other.isWaiting) {
        other.isWaiting = true;
        request(name, { signal: stop.signal }, () => {
          other.hasTaken = true;
        }).catch(() => undefined);
      }
      return answer;
    };
    Object.defineProperty(locks, "request", { value: eavesdrop, configurable: true });
    try {
      showNotebook(workspace, "/");
      await expect.element(field()).toHaveValue("Mine alone");
      await userEvent.type(field(), ", still");
      await expectDraft(workspace, "Mine alone, still");
      expect(other).toEqual({ isWaiting: true, hasTaken: false });
      const { held = [] } = await locks.query();
      expect(held.map((lock) => lock.name)).toContain(name);
    } finally {
      Reflect.deleteProperty(locks, "request");
      stop.abort();
    }
  });

  test("leaves the vault when its words are taken out again", async () => {
    const { workspace } = await openTab();
    showNotebook(workspace, "/");
    await userEvent.type(field(), "Oops");
    await expectDraft(workspace, "Oops");
    await userEvent.clear(field());
    await expect.poll(() => storedDrafts(workspace)).toEqual([]);
  });

  test("of another kind is offered, may be thrown away, and brought back", async () => {
    const { workspace } = await openTab();
    const shown = showNotebook(workspace, "/reflect/gibbs");
    await userEvent.type(page.getByRole("textbox", { name: "Feelings" }), "Uneasy.");
    await expectDraft(workspace, "Uneasy.");
    await shown.router.navigate("/");
    await expect.element(page.getByRole("heading", { name: "Not finished yet" })).toBeVisible();
    await page.getByRole("button", { name: "Throw away" }).click();
    await expect.poll(() => storedDrafts(workspace)).toEqual([]);
    await page.getByRole("button", { name: "Undo" }).click();
    await expectDraft(workspace, "Uneasy.");
    await page.getByRole("button", { name: "Go on with it" }).click();
    await expect.element(page.getByRole("textbox", { name: "Feelings" })).toHaveValue("Uneasy.");
  });
});

/** Whether the browser would ask before it closes the tab. */
const asksBeforeLeaving = () =>
  !window.dispatchEvent(new Event("beforeunload", { cancelable: true }));

describe("a full device", () => {
  test("leaves the words on the screen, says so, and keeps them once there is room", async () => {
    const { workspace } = await openTab();
    let isFull = true;
    showNotebook(
      onFullDevice(workspace, () => isFull),
      "/",
    );
    await userEvent.type(field(), "Do not lose me");
    await keep().click();
    await expect.element(page.getByRole("alert")).toHaveTextContent(/still here on the screen/);
    await expect.element(field()).toHaveValue("Do not lose me");
    await expect.element(page.getByText("Kept on this device.")).not.toBeInTheDocument();
    expect(asksBeforeLeaving()).toBe(true);
    await expect.element(page.getByRole("button", { name: "Copy the words" })).toBeVisible();
    await expect.element(page.getByRole("button", { name: "Save them as a file" })).toBeVisible();
    await expectAccessible();
    isFull = false;
    await page.getByRole("button", { name: "Try again" }).click();
    await expect.element(page.getByRole("alert")).not.toBeInTheDocument();
    await expectDraft(workspace, "Do not lose me");
    expect(asksBeforeLeaving()).toBe(false);
    await keep().click();
    await expect.poll(() => keptTexts(workspace)).toEqual(["Do not lose me"]);
  });

  test("asks before the place is left, and leaves by itself once there is room", async () => {
    const { workspace } = await openTab();
    let isFull = true;
    const { router, where } = showNotebook(
      onFullDevice(workspace, () => isFull),
      "/",
    );
    await userEvent.type(field(), "Still mine");
    await router.navigate("/journal");
    await expect.element(page.getByRole("dialog")).toBeVisible();
    await page.getByRole("button", { name: "Stay here" }).click();
    expect(where()).toBe("/");
    await expect.element(field()).toHaveValue("Still mine");
    isFull = false;
    await router.navigate("/journal");
    await expect.poll(where).toBe("/journal");
    await expectDraft(workspace, "Still mine");
  });
});

describe("what comes with an entry", () => {
  test("when, tags, setting, roles and for appraisal are kept with it", async () => {
    const { workspace, write } = await openTab();
    await write(entry("e1", "Earlier", daysAgo(9), { tags: ["discharge"] }));
    showNotebook(workspace, "/");
    await userEvent.type(field(), "With details");
    await page.getByText("Add when, where, tags").click();
    await page.getByLabelText("Day").fill("2026-01-31");
    await page.getByLabelText("Time").fill("");
    const tags = page.getByRole("combobox", { name: "Tags" });
    await userEvent.type(tags, "dis");
    await expect.element(page.getByRole("option", { name: "discharge" })).toBeVisible();
    await expectAccessible();
    await userEvent.keyboard("{ArrowDown}{Enter}night shift{Enter}");
    await userEvent.type(page.getByRole("combobox", { name: "Setting" }), "Ward");
    await userEvent.type(page.getByRole("combobox", { name: "Roles present" }), "porter,");
    await page.getByRole("checkbox", { name: "For appraisal" }).click();
    await keep().click();
    await expect.element(field()).toHaveValue("");
    const { ids } = await workspace.reader.timeline({ forAppraisal: true }, workspace.mark());
    const [id] = ids;
    const kept = id ? await workspace.reader.entry(id, 0) : null;
    expect(kept).toMatchObject({
      tags: ["discharge", "night shift"],
      setting: "Ward",
      roles: ["porter"],
      forAppraisal: true,
      happened: { precision: "day", at: new Date(2026, 0, 31, 12).getTime() },
    });
  });

  test("a press on what stands under a field with a word typed but not entered reaches it, and the word is kept", async () => {
    const { workspace } = await openTab();
    showNotebook(workspace, "/");
    await userEvent.type(field(), "With a role");
    await page.getByText("Add when, where, tags").click();
    await userEvent.type(page.getByRole("combobox", { name: "Roles present" }), "nurse");
    const appraisal = page.getByRole("checkbox", { name: "For appraisal" });
    await appraisal.click();
    await expect.element(appraisal).toBeChecked();
    await expect.element(page.getByRole("button", { name: "Remove nurse" })).toBeVisible();
    await keep().click();
    await expect.element(field()).toHaveValue("");
    const { ids } = await workspace.reader.timeline({ forAppraisal: true }, workspace.mark());
    expect(ids).toHaveLength(1);
    expect(ids[0] && (await workspace.reader.entry(ids[0], 0))).toMatchObject({ roles: ["nurse"] });
  });

  test("words shared from another app go into the field once, after what is there", async () => {
    const { workspace } = await openTab();
    let taken = 0;
    showNotebook(workspace, "/", { incoming: "Shared", onIncomingTaken: () => taken++ });
    await expect.element(field()).toHaveValue("Shared");
    await expectDraft(workspace, "Shared");
    expect(taken).toBe(1);
  });
});

describe("what keeps coming back", () => {
  const waiting = [
    "Waiting for discharge medicines again, pharmacy rang back at six.",
    "Two beds blocked until five, discharge medicines not ready in pharmacy.",
    "Pharmacy queue: discharge medicines late, daughter waiting in the car park.",
  ];
  const others = ["The lift was broken.", "Good handover.", "No wheelchairs at the door."];
  const lived = async () => {
    const tab = await openTab();
    await tab.write(
      ...waiting.map((text, at) => entry(`w${at}`, text, daysAgo(5 + at * 4))),
      ...others.map((text, at) => entry(`o${at}`, text, daysAgo(6 + at * 3))),
    );
    return tab;
  };

  test("a reminder comes after Keep, links by one tap, and is taken back by one more", async () => {
    const { workspace } = await lived();
    showNotebook(workspace, "/");
    await userEvent.type(field(), "Discharge medicines: pharmacy queue, still waiting at five.");
    await keep().click();
    await expect
      .element(page.getByRole("heading", { name: "Does this remind you of …?" }))
      .toBeVisible();
    const same = page.getByRole("button", { name: /^Same thing/ }).first();
    await expect.element(same).toBeVisible();
    await expectAccessible();
    expect((await workspace.reader.themes(0)).length).toBe(0);
    await same.click();
    await expect.element(page.getByText("Thank you. Linked as the same thing.")).toBeVisible();
    await expect
      .poll(async () => (await workspace.reader.themes(workspace.mark()))[0]?.size)
      .toBe(2);
    const undo = page.getByRole("button", { name: "Undo" });
    expect(document.activeElement).toBe(await undo.element());
    await undo.click();
    await expect.poll(async () => (await workspace.reader.themes(workspace.mark())).length).toBe(0);
  });

  test("after Keep, the next Tab is the first reminder's Same thing, and Shift and Tab lead back to the field", async () => {
    const { workspace } = await lived();
    showNotebook(workspace, "/");
    await userEvent.type(field(), "Discharge medicines: pharmacy queue, still waiting at five.");
    await userEvent.keyboard("{Control>}{Enter}{/Control}");
    const same = page.getByRole("button", { name: /^Same thing/ }).first();
    await expect.element(same).toBeVisible();
    await expect.element(field()).toHaveFocus();
    expect(document.getElementById("announcements")?.textContent).toMatch(/The next Tab goes to/);
    await userEvent.keyboard("{Tab}");
    await expect.element(same).toHaveFocus();
    await userEvent.keyboard("{Shift>}{Tab}{/Shift}");
    await expect.element(field()).toHaveFocus();
    // Once: from then on Tab goes its usual way.
    await userEvent.keyboard("{Tab}");
    await expect.element(page.getByRole("button", { name: "Went well" })).toHaveFocus();
  });

  test("Not now, by keyboard, leads back to the field", async () => {
    const { workspace } = await lived();
    showNotebook(workspace, "/");
    await userEvent.type(field(), "Discharge medicines: pharmacy queue, still waiting at five.");
    await userEvent.keyboard("{Control>}{Enter}{/Control}");
    const notNow = page.getByRole("button", { name: "Not now" });
    await expect.element(notNow).toBeVisible();
    (notNow.element() as HTMLElement).focus();
    await userEvent.keyboard("{Enter}");
    await expect.element(notNow).not.toBeInTheDocument();
    await expect.element(field()).toHaveFocus();
  });

  test("who writes on after Keep is left alone: letters go into the field, and Tab goes its usual way", async () => {
    const { workspace } = await lived();
    showNotebook(workspace, "/");
    await userEvent.type(field(), "Discharge medicines: pharmacy queue, still waiting at five.");
    await userEvent.keyboard("{Control>}{Enter}{/Control}");
    await expect.element(page.getByRole("button", { name: /^Same thing/ }).first()).toBeVisible();
    await userEvent.keyboard("And the lift.");
    await expect.element(field()).toHaveValue("And the lift.");
    await userEvent.keyboard("{Tab}");
    await expect.element(page.getByRole("button", { name: "Went well" })).toHaveFocus();
  });

  test("why a reminder is shown is told in the words of both entries, and what was said of the theme", async () => {
    const { workspace, write } = await lived();
    await write(themeOf("t", ["w0", "w1"], "Medicines to go"));
    showNotebook(workspace, "/");
    await userEvent.type(field(), "Discharge medicines: pharmacy queue, still waiting at five.");
    await keep().click();
    const why = page.getByText("Why am I seeing this?").first();
    await expect.element(why).toBeVisible();
    await why.click();
    const told = page.getByRole("listitem").filter({ has: page.getByText("Where you wrote them") });
    await expect.element(told.getByText(/share words that stand out/)).toBeVisible();
    await expect
      .element(told.getByRole("group", { name: "Words in common" }))
      .toHaveTextContent(/medicines|pharmacy/i);
    await expect.element(told.getByText("what you have just kept")).toBeVisible();
    await expect
      .element(told.getByText(/in your theme “Medicines to go”: 2 entries/))
      .toBeVisible();
    await expect.element(told.getByText(/You linked 2 of them yourself/)).toBeVisible();
    await expect.element(told.getByText(/Nothing was sent anywhere/)).toBeVisible();
    await expect.element(told.getByText(/“Not the same” keeps them apart/)).toBeVisible();
    await expectAccessible();
  });

  test("with reminders off nothing is asked after Keep or on Today, until they are on again", async () => {
    const { workspace, write } = await lived();
    await write(themeOf("t", ["w0", "w1", "w2", "o0"], "Medicines to go"));
    const off = await savePreferences(workspace, { reminders: false });
    expect(off.ok).toBe(true);
    showNotebook(workspace, "/");
    await userEvent.type(field(), "Discharge medicines: pharmacy queue, still waiting at five.");
    await keep().click();
    await expect.element(page.getByText("Kept on this device.")).toBeVisible();
    const kept = (await workspace.reader.timeline({}, workspace.mark())).ids[0];
    if (!kept) throw new Error("nothing was kept");
    expect(await workspace.reader.reminders(kept, workspace.mark())).toEqual([]);
    expect(await workspace.reader.prompt(workspace.clock.now(), workspace.mark())).toBeNull();
    expect(await workspace.reader.themes(workspace.mark())).toHaveLength(1);
    expect(document.querySelector(".reminders, .recurs")).toBeNull();
    await savePreferences(workspace, { reminders: true });
    expect(await workspace.reader.reminders(kept, workspace.mark())).not.toEqual([]);
    await expect.element(page.getByText("Keeps coming back")).toBeVisible();
  });

  test("four linked entries are shown once: not a theme, or on to a proposal", async () => {
    const { workspace } = await lived();
    const shown = showNotebook(workspace, "/");
    await userEvent.type(field(), "Discharge medicines: pharmacy queue, still waiting at five.");
    await keep().click();
    for (const text of waiting) {
      const about = page.getByRole("button", {
        name: new RegExp(`^Same thing as: ${text.slice(0, 12)}`),
      });
      await about.click();
      await expect.element(about).not.toBeInTheDocument();
    }
    const card = page.getByRole("region", { name: /medicines|pharmacy/i });
    await expect.element(card).toHaveTextContent(/4 times since/);
    await page.getByRole("button", { name: "Not a theme" }).click();
    await expect.element(page.getByText("Keeps coming back")).not.toBeInTheDocument();
    await page.getByText("It will not be shown as a theme.").element();
    await page.getByRole("button", { name: "Undo" }).last().click();
    await expect.element(page.getByText("Keeps coming back")).toBeVisible();
    await page.getByRole("button", { name: "Turn into a proposal" }).click();
    await expect.element(page.getByRole("heading", { name: "Elsewhere" })).toBeVisible();
    expect(shown.where()).toMatch(/^\/proposals\/new\?theme=[\w-]{22}$/);
  });
});
