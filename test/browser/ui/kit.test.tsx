import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import fc from "fast-check";
import { Leaf, Trash2 } from "lucide-react";
import { useState } from "react";
import { afterEach, describe, expect, it, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import "#ui/base.css";
import { applyAppearance } from "#ui/appearance.ts";
import { Button } from "#ui/Button.tsx";
import { Card } from "#ui/Card.tsx";
import { CheckField } from "#ui/CheckField.tsx";
import { Chip } from "#ui/Chip.tsx";
import { Dialog } from "#ui/Dialog.tsx";
import { Emblem } from "#ui/Emblem.tsx";
import { EmblemPicker } from "#ui/EmblemPicker.tsx";
import { type EmblemColour, emblemColours } from "#ui/emblems.ts";
import { Marked, markedPieces } from "#ui/Marked.tsx";
import { Menu } from "#ui/Menu.tsx";
import { Notice } from "#ui/Notice.tsx";
import { PageHeader } from "#ui/PageHeader.tsx";
import { PassphraseField } from "#ui/PassphraseField.tsx";
import { ProgressBar } from "#ui/ProgressBar.tsx";
import { RadioField } from "#ui/RadioField.tsx";
import { SelectField } from "#ui/SelectField.tsx";
import { TextField } from "#ui/TextField.tsx";
import { Toaster } from "#ui/Toaster.tsx";
import { ToggleChip } from "#ui/ToggleChip.tsx";
import { currentToasts, dismissToast, notify } from "#ui/toasts.ts";
import { expectAccessible } from "../expectAccessible.ts";

afterEach(() => {
  cleanup();
  for (const { key } of currentToasts()) dismissToast(key);
  applyAppearance("system");
});

const nothing = () => {};

function Everything() {
  return (
    <main>
      <PageHeader
        title="Waiting"
        pageName="Theme"
        eyebrow="Noticed"
        actions={<Button>Do</Button>}
      />
      <Button variant="main">Keep</Button>
      <Button variant="quiet">Not now</Button>
      <Button variant="danger" icon={Trash2}>
        Delete
      </Button>
      <Button isDisabled>Off</Button>
      <Card>
        <p>plain</p>
      </Card>
      <Card tone="recur">
        <p>recur</p>
      </Card>
      <Card tone="team">
        <p>team</p>
      </Card>
      <Chip icon={Leaf}>word</Chip>
      <Chip isSoft>soft</Chip>
      <ToggleChip isSelected onChange={nothing}>
        on
      </ToggleChip>
      <ToggleChip isSelected={false} onChange={nothing}>
        off
      </ToggleChip>
      <TextField label="One" description="help" error="wrong" value="" onChange={nothing} />
      <TextField label="Many" value="words" onChange={nothing} isMultiline voice="own" />
      <PassphraseField label="Pass" value="" onChange={nothing} purpose="new-password" />
      <SelectField label="Pick" items={[{ id: "a", label: "A" }]} value="a" onChange={nothing} />
      <CheckField isSelected onChange={nothing} description="more">
        Tick
      </CheckField>
      <RadioField label="Which" items={[{ id: "a", label: "A" }]} value="a" onChange={nothing} />
      <Notice tone="info">info</Notice>
      <Notice tone="ok">ok</Notice>
      <Notice tone="danger">danger</Notice>
      <ProgressBar label="Half" value={1} max={2} />
      <p>
        <Marked text="waiting again" ranges={[{ start: 0, end: 7 }]} />
      </p>
      {Object.keys(emblemColours).map((colour) => (
        <Emblem key={colour} look={{ symbol: "leaf", colour: colour as EmblemColour }} />
      ))}
      <EmblemPicker
        symbolLabel="Symbol"
        colourLabel="Colour"
        value={{ symbol: "leaf", colour: "rose" }}
        onChange={nothing}
      />
      <Menu label="More" items={[{ id: "x", label: "X", onAction: nothing }]} />
      <Toaster />
    </main>
  );
}

describe("the kit", () => {
  for (const appearance of ["light", "dark"] as const) {
    it(`passes axe, every part of it, in ${appearance}`, async () => {
      applyAppearance(appearance);
      render(<Everything />);
      notify({ text: "Kept", undo: nothing });
      await screen.findByText("Kept");
      await expectAccessible();
    });
  }

  it("gives every control a target of at least 48 by 48 pixels", () => {
    render(<Everything />);
    const small = [
      ...document.querySelectorAll("button, select, .field__box, label.choice"),
    ].filter((element) => {
      const { width, height } = element.getBoundingClientRect();
      return width < 47.9 || height < 47.9;
    });
    expect(small.map((element) => element.outerHTML)).toEqual([]);
  });

  it("sets nothing under fifteen pixels", () => {
    render(<Everything />);
    const small = [...document.querySelectorAll("main *")].filter(
      (element) => Number.parseFloat(getComputedStyle(element).fontSize) < 15,
    );
    expect(small.map((element) => element.outerHTML)).toEqual([]);
  });
});

describe("Marked", () => {
  it("keeps every character in place, whatever the ranges", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "binary" }),
        fc.array(fc.record({ start: fc.nat(40), end: fc.nat(40) })),
        (text, ranges) => {
          const pieces = markedPieces(text, ranges);
          expect(pieces.map((piece) => piece.text).join("")).toBe(text);
          for (const { at, text: piece } of pieces)
            expect(text.slice(at, at + piece.length)).toBe(piece);
        },
      ),
    );
  });

  it("marks a character exactly when a range holds it", () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 1, maxLength: 30 }),
        fc.array(fc.record({ start: fc.nat(35), end: fc.nat(35) })),
        (text, ranges) => {
          const marked = new Set(
            markedPieces(text, ranges).flatMap(({ isMarked, at, text: piece }) =>
              isMarked ? Array.from({ length: piece.length }, (_, index) => at + index) : [],
            ),
          );
          for (let place = 0; place < text.length; place += 1) {
            const isHeld = ranges.some(({ start, end }) => start <= place && place < end);
            expect(marked.has(place)).toBe(isHeld);
          }
        },
      ),
    );
  });
});

function Asking({ onClose }: { readonly onClose: () => void }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button onPress={() => setOpen(true)}>Open</Button>
      <Dialog
        title="Sure?"
        isOpen={isOpen}
        onClose={() => {
          setOpen(false);
          onClose();
        }}
      >
        <TextField label="Why" value="" onChange={nothing} />
      </Dialog>
    </>
  );
}

describe("Dialog", () => {
  it("takes the focus, closes on Escape, and gives the focus back", async () => {
    const closed = vi.fn();
    render(<Asking onClose={closed} />);
    const opener = screen.getByRole("button", { name: "Open" });
    await userEvent.click(opener);
    const dialog = screen.getByRole("dialog", { name: "Sure?" });
    expect(dialog.contains(document.activeElement)).toBe(true);
    await expectAccessible();
    await userEvent.keyboard("{Escape}");
    expect(screen.queryByRole("dialog")).toBeNull();
    expect(closed).toHaveBeenCalledOnce();
    expect(document.activeElement).toBe(opener);
  });
});

function MenuWithDialog() {
  const [isOpen, setOpen] = useState(false);
  return (
    <main>
      <Menu
        label="More"
        items={[{ id: "save", label: "Save as a file…", onAction: () => setOpen(true) }]}
      />
      <Dialog title="A sealed copy" isOpen={isOpen} onClose={() => setOpen(false)} />
    </main>
  );
}

describe("Menu", () => {
  it("opens, moves and chooses by keyboard alone, and writes no style element", async () => {
    document.head.insertAdjacentHTML("beforeend", '<meta id="react-aria-pressable-style">');
    const before = document.querySelectorAll("style").length;
    const chosen = vi.fn();
    render(
      <Menu
        label="More"
        items={[
          { id: "a", label: "Rename", onAction: nothing },
          { id: "b", label: "Delete", onAction: chosen, isDanger: true },
        ]}
      />,
    );
    await userEvent.keyboard("{Tab}{Enter}");
    await screen.findByRole("menu");
    await expectAccessible();
    await userEvent.keyboard("{ArrowDown}{Enter}");
    expect(chosen).toHaveBeenCalledOnce();
    await vi.waitFor(() => expect(screen.queryByRole("menu")).toBeNull(), { timeout: 30_000 });
    expect(document.querySelectorAll("style").length).toBe(before);
  });

  it.each(["{Escape}", "{Enter}"])(
    "has the focus again once a dialog that it opened is closed by keyboard: %s",
    async (key) => {
      render(<MenuWithDialog />);
      const more = screen.getByRole("button", { name: "More" });
      more.focus();
      await userEvent.keyboard("{Enter}");
      await screen.findByRole("menu");
      await userEvent.keyboard("{Enter}");
      const close = await screen.findByRole("button", { name: "Close" });
      await vi.waitFor(() => expect(document.activeElement).toBe(close), { timeout: 30_000 });
      await userEvent.keyboard(key);
      await vi.waitFor(
        () => {
          expect(screen.queryByRole("dialog")).toBeNull();
          expect(document.activeElement).toBe(more);
        },
        { timeout: 30_000 },
      );
    },
  );

  it("stays within a narrow screen where letters are very large", async () => {
    await page.viewport(320, 640);
    document.documentElement.style.fontSize = "200%";
    try {
      render(
        <main>
          <Menu
            label="More"
            items={[{ id: "x", label: "Remove somebody from the team", onAction: nothing }]}
          />
        </main>,
      );
      screen.getByRole("button", { name: "More" }).click();
      const item = await screen.findByRole("menuitem");
      const menu = item.closest<HTMLElement>(".menu");
      expect(menu?.scrollWidth).toBeLessThanOrEqual(menu?.clientWidth ?? 0);
      expect(menu?.getBoundingClientRect().right).toBeLessThanOrEqual(window.innerWidth);
    } finally {
      document.documentElement.style.fontSize = "";
      await page.viewport(820, 1180);
    }
  });
});

describe("PageHeader", () => {
  it("puts the place's name into the title, never the words of the heading", () => {
    render(<PageHeader title="Mr S waited" pageName="Theme" />);
    expect(document.title).toBe("Theme · Headroom");
    expect(screen.getByRole("heading", { level: 1 }).textContent).toBe("Mr S waited");
    expect(screen.getByText("Private to you")).toBeTruthy();
  });
});

describe("PassphraseField", () => {
  it("hides until asked to show, and takes what is pasted", async () => {
    const changed = vi.fn();
    render(
      <PassphraseField
        label="Passphrase"
        value="tea"
        onChange={changed}
        purpose="current-password"
      />,
    );
    const field = screen.getByLabelText("Passphrase");
    expect(field.getAttribute("type")).toBe("password");
    expect(field.getAttribute("autocomplete")).toBe("current-password");
    await userEvent.click(screen.getByRole("button", { name: "Show passphrase" }));
    expect(field.getAttribute("type")).toBe("text");
    fireEvent.change(field, { target: { value: "pasted words" } });
    expect(changed).toHaveBeenCalledWith("pasted words");
  });
});

describe("toasts", () => {
  it("says what was done in a status, and Undo takes it back once", async () => {
    const undo = vi.fn();
    render(<Toaster />);
    notify({ text: "Deleted", undo });
    await screen.findByText("Deleted");
    expect(screen.getByRole("status").textContent).toContain("Deleted");
    await userEvent.click(screen.getByRole("button", { name: "Undo" }));
    expect(undo).toHaveBeenCalledOnce();
    expect(screen.queryByText("Deleted")).toBeNull();
  });

  it("shows at most two: the newest, and beside it what can still be undone", () => {
    const texts = () => currentToasts().map(({ text }) => text);
    for (const text of ["one", "two"]) notify({ text });
    expect(texts()).toEqual(["two"]);
    for (const text of ["three", "four"]) notify({ text, undo: () => undefined });
    notify({ text: "five" });
    expect(texts()).toEqual(["four", "five"]);
    notify({ text: "six" });
    expect(texts()).toEqual(["four", "six"]);
  });
});
