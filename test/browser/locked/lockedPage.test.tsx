import { cleanup, render, screen, waitFor, within } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { userEvent } from "vitest/browser";
import type { Cover } from "#core/journal/Cover.ts";
import "#ui/base.css";
import { clock, random } from "#app/compose.ts";
import type { Door } from "#core/journal/Door.ts";
import { LockedPage } from "#features/locked/LockedPage.tsx";
import { expectAccessible } from "../expectAccessible.ts";
import { emptyDevice, openDoor } from "./openDoor.ts";

// Another file's journals may still be there.
beforeEach(emptyDevice);
afterEach(async () => {
  cleanup();
  await emptyDevice();
});

function show(door: Door) {
  const opened = vi.fn(async () => {});
  const trying = vi.fn();
  render(
    <LockedPage door={door} clock={clock} random={random} onTrying={trying} onOpened={opened} />,
  );
  return { opened, trying };
}

const press = async (name: string | RegExp) =>
  userEvent.click(await screen.findByRole("button", { name }));
const passphraseField = () => screen.findByLabelText("Passphrase");

async function begin(cover: Cover, hiddenName: string | null = null) {
  const door = openDoor();
  const recoveryWords = await door.recoveryWords();
  const begun = await door.begin({ cover, hiddenName, passphrase: "six tea bags", recoveryWords });
  if (!begun.ok) throw new Error(begun.error.type);
  return { id: begun.value, recoveryWords };
}

const leaf: Cover = { symbol: "leaf", colour: "green" };

describe("starting a journal", () => {
  it("takes a cover, a passphrase, twelve words of which two are checked, and says the note before it opens", async () => {
    const { opened } = show(openDoor());
    await expectAccessible();
    await press("Start a new journal");
    await screen.findByRole("heading", { level: 1, name: "Choose a cover" });
    await userEvent.click(screen.getByRole("radio", { name: "Sailboat" }));
    await userEvent.click(screen.getByRole("radio", { name: "lavender" }));
    await expectAccessible();
    await press("Next");

    const field = await screen.findByLabelText("New passphrase");
    expect(document.activeElement).toBe(field);
    await userEvent.fill(field, "short");
    await press("Next");
    await screen.findByText("Please use six characters or more.");
    await userEvent.fill(field, "123456");
    await screen.findByText(/Very easy to guess/);
    await expectAccessible();
    await press("Next");

    const list = await screen.findByRole("list", { name: "Your recovery code" });
    const words = within(list)
      .getAllByRole("listitem")
      .map((item) => item.textContent);
    expect(words).toHaveLength(12);
    screen.getByText(/There is no back door/);
    await expectAccessible();
    await press("I have them");

    await screen.findByRole("heading", { level: 1, name: "Check your recovery code" });
    const asked = screen.getAllByLabelText(/^Word \d+$/);
    expect(asked).toHaveLength(2);
    const numberOf = (input: HTMLElement) =>
      Number(
        screen.getByText(/^Word/, { selector: `label[for="${input.id}"]` }).textContent?.slice(5),
      );
    for (const input of asked) await userEvent.fill(input, "wrong");
    await press("Check");
    await screen.findByText(new RegExp(`That is not word ${asked[0] && numberOf(asked[0])}\\b`));
    for (const input of asked)
      await userEvent.fill(input, ` ${words[numberOf(input) - 1]?.toUpperCase()} `);
    await press("Check");

    await screen.findByRole("heading", { level: 1, name: "What reflective notes are" });
    screen.getByText(/A court can order them to be shown/);
    await expectAccessible();
    expect(opened).not.toHaveBeenCalled();
    await userEvent.click(await screen.findByRole("button", { name: "Open my journal" }));
    expect(opened).toHaveBeenCalledOnce();

    const known = await openDoor().journals();
    expect(known.ok && known.value.map(({ cover }) => cover)).toEqual([
      { symbol: "sailboat", colour: "lavender" },
    ]);
  });

  it("goes one step back with the browser's Back and one on with its Forward, and keeps cover, passphrase and code", async () => {
    const { opened } = show(openDoor());
    const shownWords = async () =>
      within(await screen.findByRole("list", { name: "Your recovery code" }))
        .getAllByRole("listitem")
        .map((item) => item.textContent);
    const arrivedAt = (name: string) => screen.findByRole("heading", { level: 1, name });
    await press("Start a new journal");
    await arrivedAt("Choose a cover");
    await userEvent.click(screen.getByRole("radio", { name: "Sailboat" }));
    await press("Next");
    await userEvent.fill(await screen.findByLabelText("New passphrase"), "six tea bags");
    await press("Next");
    const words = await shownWords();

    await press("Back");
    await arrivedAt("Choose a passphrase");
    await press("Next");
    expect(await shownWords()).toEqual(words);

    window.history.back();
    await arrivedAt("Choose a passphrase");
    expect(screen.getByLabelText("New passphrase")).toHaveProperty("value", "six tea bags");
    window.history.back();
    await arrivedAt("Choose a cover");
    expect(screen.getByRole("radio", { name: "Sailboat" })).toHaveProperty("checked", true);
    window.history.forward();
    await arrivedAt("Choose a passphrase");
    window.history.forward();
    expect(await shownWords()).toEqual(words);

    const before = window.history.length;
    await press("I have them");
    await arrivedAt("Check your recovery code");
    for (const input of screen.getAllByLabelText(/^Word \d+$/)) {
      const label = screen.getByText(/^Word/, { selector: `label[for="${input.id}"]` });
      await userEvent.fill(input, words[Number(label.textContent?.slice(5)) - 1] ?? "");
    }
    await press("Check");
    await arrivedAt("What reflective notes are");
    const open = await screen.findByRole("button", { name: "Open my journal" });
    const moved = new Promise((resolve) =>
      window.addEventListener("popstate", resolve, { once: true }),
    );
    window.history.back();
    await moved;
    screen.getByRole("heading", { level: 1, name: "What reflective notes are" });
    await userEvent.click(open);
    await waitFor(() => expect(opened).toHaveBeenCalledOnce());
    expect(window.history.length).toBe(before + 1);
    expect(window.history.state.lockedStep).toBe(0);
  });

  it("refuses a hidden name that is blank or taken, and keeps hidden covers off the first screen", async () => {
    await begin(leaf, "Quiet corner");
    show(openDoor());
    await screen.findByRole("button", { name: "Start a new journal" });
    expect(screen.queryByRole("button", { name: /Leaf/ })).toBeNull();
    await press("Start a new journal");
    await userEvent.click(await screen.findByRole("checkbox", { name: /Don't show/ }));
    await press("Next");
    await screen.findByText(/Please give it a name/);
    await userEvent.fill(screen.getByLabelText("Name to type"), "QUIET corner ");
    await press("Next");
    await screen.findByText(/Please choose another name/);
    await userEvent.fill(screen.getByLabelText("Name to type"), "Another corner");
    await press("Next");
    await screen.findByLabelText("New passphrase");
  });
});

describe("unlocking", () => {
  it("opens by passphrase with Enter, and says how many tries are left after a wrong one", async () => {
    const { id } = await begin(leaf);
    const { opened, trying } = show(openDoor());
    await press("Leaf, green");
    const field = await passphraseField();
    expect(document.activeElement).toBe(field);
    await userEvent.keyboard("not this one{Enter}");
    await screen.findByText(/That did not open the journal.*9 more tries/);
    expect(document.activeElement).toBe(field);
    expect(field.getAttribute("aria-invalid")).toBe("true");
    await expectAccessible();
    await userEvent.fill(field, "six tea bags");
    await userEvent.keyboard("{Enter}");
    await waitFor(() => expect(opened).toHaveBeenCalledWith(id));
    expect(trying).toHaveBeenCalled();
  });

  it("opens by the recovery words however they are pasted, and names a word that is not one", async () => {
    const { id, recoveryWords } = await begin(leaf);
    const { opened } = show(openDoor());
    await press("Leaf, green");
    await press("Use the recovery code instead");
    const field = await screen.findByLabelText("Recovery code");
    await userEvent.fill(field, recoveryWords.slice(0, 11).join(" "));
    await press("Unlock");
    await screen.findByText(/A recovery code has twelve words/);
    await userEvent.fill(field, [...recoveryWords.slice(0, 11), "wardrobes"].join(" "));
    await press("Unlock");
    await screen.findByText(/not one that recovery codes use: wardrobes/);
    await userEvent.fill(
      field,
      recoveryWords.map((word, index) => `${index + 1}. ${word.toUpperCase()},`).join("\n"),
    );
    screen.getByText("12 of 12 words");
    await expectAccessible();
    await press("Unlock");
    await waitFor(() => expect(opened).toHaveBeenCalledWith(id));
  });

  it("finds a hidden journal by its name and says nothing about others", async () => {
    const { id } = await begin(leaf, "Quiet corner");
    const { opened } = show(openDoor());
    await press("Open a journal not shown here");
    await userEvent.fill(await screen.findByLabelText("Name of the journal"), "loud corner");
    await press("Look for it");
    await screen.findByText(/No hidden journal on this device has that name/);
    await userEvent.fill(screen.getByLabelText("Name of the journal"), "quiet CORNER");
    await press("Look for it");
    await userEvent.fill(await screen.findByLabelText("Passphrase"), "six tea bags");
    await press("Unlock");
    await waitFor(() => expect(opened).toHaveBeenCalledWith(id));
  });

  it("tells journals with the same symbol apart by the word of their colour", async () => {
    await begin(leaf);
    await begin({ symbol: "leaf", colour: "rose" });
    show(openDoor());
    const green = await screen.findByRole("button", { name: "Leaf, green" });
    expect(green.textContent).toBe("Leaf, green");
    await expectAccessible();
  });

  it("keeps the title neutral on every screen", async () => {
    document.title = "Theme · Headroom";
    await begin(leaf);
    show(openDoor());
    await press("Leaf, green");
    await passphraseField();
    expect(document.title).toBe("Headroom");
  });
});
