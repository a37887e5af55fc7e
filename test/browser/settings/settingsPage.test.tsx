import { cleanup, render, screen, waitFor, within } from "@testing-library/react";
import { MemoryRouter } from "react-router";
import { afterEach, describe, expect, it, vi } from "vitest";
import { userEvent } from "vitest/browser";
import "#ui/base.css";
import { makeWorkspace, startReader } from "#app/compose.ts";
import type { JournalId } from "#core/identifiers.ts";
import { SettingsPage } from "#features/settings/SettingsPage.tsx";
import { ReadingProvider } from "#notebook/ReadingProvider.tsx";
import { journalDatabaseName } from "#storage/journalDatabaseName.ts";
import { applyAppearance } from "#ui/appearance.ts";
import { Toaster } from "#ui/Toaster.tsx";
import { currentToasts, dismissToast } from "#ui/toasts.ts";
import { expectAccessible } from "../expectAccessible.ts";
import { emptyDevice, openDoor } from "../locked/openDoor.ts";

const closing: (() => void)[] = [];

afterEach(async () => {
  cleanup();
  for (const { key } of currentToasts()) dismissToast(key);
  localStorage.clear();
  applyAppearance("system");
  for (const close of closing.splice(0)) close();
  await emptyDevice();
});

/** Settings of a journal that was just begun, on the app's real workers. */
async function showSettings(before: (id: JournalId) => Promise<void> = async () => {}) {
  const door = openDoor();
  const recoveryWords = await door.recoveryWords();
  const begun = await door.begin({
    cover: { symbol: "leaf", colour: "green" },
    hiddenName: null,
    passphrase: "six tea bags",
    recoveryWords,
  });
  if (!begun.ok) throw new Error(begun.error.type);
  await before(begun.value);
  const { reader, terminate } = await startReader(door, () => {
    throw new Error("the reader worker failed");
  });
  closing.push(terminate);
  const saves = new Map<() => Promise<boolean>, "typed" | "promised">();
  const workspace = makeWorkspace({
    vault: door,
    reader,
    beforeLock: (save, kind = "typed") => {
      saves.set(save, kind);
      return () => saves.delete(save);
    },
    firstWrite: () => {},
  });
  const locked = vi.fn();
  const erased = vi.fn();
  render(
    <MemoryRouter>
      <ReadingProvider workspace={workspace}>
        <main>
          <SettingsPage
            workspace={workspace}
            version="1.2.3"
            example={null}
            door={door}
            journalId={begun.value}
            onLock={locked}
            onSealed={locked}
            onErased={erased}
          />
        </main>
        <Toaster />
      </ReadingProvider>
    </MemoryRouter>,
  );
  await screen.findByLabelText("Lock by itself after");
  return { id: begun.value, recoveryWords, workspace, locked, erased, saves };
}

/** Puts a row into a journal's database that does not open. */
async function spoil(id: JournalId): Promise<void> {
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(journalDatabaseName(id));
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  await new Promise((resolve) => {
    const transaction = db.transaction("views", "readwrite");
    transaction.objectStore("views").put({ id: "spoilt", sealed: new Uint8Array(300) });
    transaction.oncomplete = resolve;
  });
  db.close();
}

const press = async (name: string | RegExp) =>
  userEvent.click(await screen.findByRole("button", { name }));
const dialog = () => screen.findByRole("dialog");
const fill = async (label: string, value: string) =>
  userEvent.fill(within(await dialog()).getByLabelText(label), value);
const pressInDialog = async (name: string) =>
  userEvent.click(within(await dialog()).getByRole("button", { name }));

describe("settings", () => {
  it("says that hiding is under way, and a lock meanwhile finds it promised and waits until it is done", async () => {
    const { id, saves } = await showSettings();
    await press("Change or hide the cover");
    await userEvent.click(within(await dialog()).getByRole("checkbox", { name: /Don't show/ }));
    await fill("Name to type", "Quiet corner");
    await pressInDialog("Keep");
    within(await dialog()).getByRole("button", { name: "One moment…" });
    const promised = [...saves].flatMap(([save, kind]) => (kind === "promised" ? [save] : []));
    expect(promised).toHaveLength(1);
    expect(await promised[0]?.()).toBe(true);
    const known = await openDoor().journals();
    if (!known.ok) throw new Error(known.error.type);
    expect(known.value.map((journal) => journal.id)).not.toContain(id);
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    expect(saves.size).toBe(0);
  });

  it("passes axe, and locks when asked", async () => {
    const { locked } = await showSettings();
    await expectAccessible();
    await press("Lock now");
    expect(locked).toHaveBeenCalledOnce();
    expect(document.title).toBe("Settings · Headroom");
  });

  it("tells of what was set aside as soon as it is found", async () => {
    await showSettings(spoil);
    await screen.findByText(/^1 stored item does not open/);
    await expectAccessible();
    // The file holds the row's bytes as they are.
    const saved = new Promise<string>((resolve) => {
      document.addEventListener(
        "click",
        (event) => {
          if (!(event.target instanceof HTMLAnchorElement) || !event.target.download) return;
          event.preventDefault();
          void fetch(event.target.href).then(async (file) => resolve(await file.text()));
        },
        { capture: true, once: false },
      );
      const { click } = HTMLAnchorElement.prototype;
      vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementationOnce(function (
        this: HTMLAnchorElement,
      ) {
        document.body.append(this);
        click.call(this);
        this.remove();
      });
    });
    await press("Save what was set aside");
    const { rows } = JSON.parse(await saved);
    expect(rows).toEqual([{ id: "spoilt", sealed: btoa("\0".repeat(300)) }]);
  });

  it("says whether storage is kept, how much is used and left, and what the browser may do", async () => {
    vi.spyOn(navigator.storage, "persisted").mockResolvedValue(false);
    vi.spyOn(navigator.storage, "persist").mockResolvedValue(false);
    const room = vi.spyOn(navigator.storage, "estimate");
    room.mockResolvedValue({ usage: 12_300_000, quota: 2_012_300_000 });
    await showSettings();
    await screen.findByText(/has not promised to keep your journals/);
    await screen.findByText("In use: 12.3 MB, the app included. Room left: about 2 GB.");
    screen.getByText(/Clearing this site's data/);
    expect(screen.queryByText(/little room left/)).toBeNull();
    expect(screen.queryByText(/Safari may clear journals/)).toBeNull();
    vi.spyOn(navigator, "userAgent", "get").mockReturnValue("Mozilla/5.0 (iPhone) Safari/604.1");
    room.mockResolvedValue({ usage: 12_300_000, quota: 20_000_000 });
    await press("Ask it to keep them");
    await screen.findByText(/has not agreed for now/);
    await screen.findByText(/little room left/);
    await screen.findByText(/Safari may clear journals/);
    await expectAccessible();
    vi.restoreAllMocks();
  });

  it("keeps the idle minutes and the reminders with the journal", async () => {
    const { workspace } = await showSettings();
    await userEvent.selectOptions(screen.getByLabelText("Lock by itself after"), "7");
    await waitFor(async () => {
      expect((await workspace.reader.preferences(workspace.mark())).lockMinutes).toBe(7);
    });
    await userEvent.click(screen.getByRole("checkbox", { name: /keeps coming back/ }));
    await waitFor(async () => {
      const kept = await workspace.reader.preferences(workspace.mark());
      expect([kept.lockMinutes, kept.reminders]).toEqual([7, false]);
    });
  });

  it("changes the passphrase against the old one; only the new one opens afterwards", async () => {
    const { id } = await showSettings();
    await press("Change passphrase");
    await expectAccessible();
    await fill("Current passphrase", "not mine at all");
    await fill("New passphrase", "seven tea bags");
    await pressInDialog("Change it");
    await screen.findByText(/That did not open the journal/);
    await fill("Current passphrase", "six tea bags");
    await pressInDialog("Change it");
    await screen.findByText("Passphrase changed");
    expect(screen.queryByRole("dialog")).toBeNull();
    const opens = async (passphrase: string) =>
      (await openDoor().unlock(id, { type: "passphrase", passphrase })).ok;
    expect(await opens("six tea bags")).toBe(false);
    expect(await opens("seven tea bags")).toBe(true);
  });

  it("lets the recovery words stand in for a forgotten passphrase", async () => {
    const { id, recoveryWords } = await showSettings();
    await press("Change passphrase");
    await pressInDialog("I forgot it: use the recovery code");
    await fill("Recovery code", recoveryWords.join(" "));
    await fill("New passphrase", "seven tea bags");
    await pressInDialog("Change it");
    await screen.findByText("Passphrase changed");
    const opened = await openDoor().unlock(id, {
      type: "passphrase",
      passphrase: "seven tea bags",
    });
    expect(opened.ok).toBe(true);
  });

  it("replaces the recovery words only after the new ones are checked and agreed to", async () => {
    const { id, recoveryWords } = await showSettings();
    await press("New recovery code");
    const list = await screen.findByRole("list", { name: "Your recovery code" });
    const words = within(list)
      .getAllByRole("listitem")
      .map((item) => item.textContent);
    expect(words).not.toEqual(recoveryWords);
    await expectAccessible();
    await pressInDialog("I have them");
    for (const label of within(await dialog()).getAllByText(/^Word \d+$/)) {
      const word = label.textContent ?? "";
      await fill(word, words[Number(word.slice(5)) - 1] ?? "");
    }
    await pressInDialog("Check");
    await fill("Current passphrase", "six tea bags");
    await pressInDialog("Replace the old code");
    await screen.findByText("The new recovery code is in use");
    const opens = async (code: readonly (string | null)[]) =>
      (
        await openDoor().unlock(id, {
          type: "recovery",
          words: code.filter((word): word is string => word !== null),
        })
      ).ok;
    expect(await opens(recoveryWords)).toBe(false);
    expect(await opens(words)).toBe(true);
  });

  it("gives the journal a new key against the passphrase, with a new code that is checked, and locks", async () => {
    const { id, locked, recoveryWords } = await showSettings();
    await press("Seal everything anew");
    await expectAccessible();
    expect((await dialog()).textContent).toContain("still open with the old code");
    await pressInDialog("Show the new recovery code");
    const list = await screen.findByRole("list", { name: "Your recovery code" });
    const words = within(list)
      .getAllByRole("listitem")
      .map((item) => item.textContent ?? "");
    await pressInDialog("I have them");
    for (const label of within(await dialog()).getAllByText(/^Word \d+$/)) {
      const word = label.textContent ?? "";
      await fill(word, words[Number(word.slice(5)) - 1] ?? "");
    }
    await pressInDialog("Check");
    await fill("Current passphrase", "not mine at all");
    await pressInDialog("Give it a new key and lock");
    await screen.findByText(/did not open the journal/);
    expect(locked).not.toHaveBeenCalled();
    await expectAccessible();
    await fill("Current passphrase", "six tea bags");
    await pressInDialog("Give it a new key and lock");
    await waitFor(() => expect(locked).toHaveBeenCalledOnce());
    const next = openDoor();
    expect((await next.unlock(id, { type: "recovery", words: recoveryWords })).ok).toBe(false);
    expect((await next.unlock(id, { type: "recovery", words })).ok).toBe(true);
    // The tab that gave the key still holds the older one: nothing is touched before it locks.
    expect(await next.sealingAnew()).toEqual({ ok: true, value: { type: "Elsewhere" } });
  });

  it("hides the journal under a name, and shows it again", async () => {
    const { id } = await showSettings();
    await press("Change or hide the cover");
    await userEvent.click(within(await dialog()).getByRole("checkbox"));
    await fill("Name to type", "Quiet corner");
    await pressInDialog("Keep");
    await screen.findByText("Hidden: opened by typing its name.");
    const elsewhere = openDoor();
    expect(await elsewhere.journals()).toEqual({ ok: true, value: [] });
    expect(await elsewhere.findHidden("quiet corner")).toEqual({ ok: true, value: id });
    await press("Change or hide the cover");
    await userEvent.click(within(await dialog()).getByRole("checkbox"));
    await pressInDialog("Keep");
    await screen.findByText("Shown on the first screen of this device.");
  });

  it("erases the journal only for someone who can open it", async () => {
    const { erased } = await showSettings();
    await press("Erase this journal");
    await expectAccessible();
    await fill("Current passphrase", "a guess");
    await pressInDialog("Erase for good");
    await screen.findByText(/That did not open the journal/);
    expect(erased).not.toHaveBeenCalled();
    await fill("Current passphrase", "six tea bags");
    await pressInDialog("Erase for good");
    await waitFor(() => expect(erased).toHaveBeenCalledOnce());
    expect(await openDoor().journals()).toEqual({ ok: true, value: [] });
  });

  it("shows the appearance that was chosen, at once and for the device", async () => {
    await showSettings();
    await userEvent.click(screen.getByRole("radio", { name: "Dark" }));
    expect(document.documentElement.dataset.appearance).toBe("dark");
    expect(getComputedStyle(document.body).color).not.toBe("rgb(28, 43, 48)");
    await expectAccessible();
    await userEvent.click(screen.getByRole("radio", { name: "As the device is set" }));
    expect(document.documentElement.dataset.appearance).toBeUndefined();
  });
});
