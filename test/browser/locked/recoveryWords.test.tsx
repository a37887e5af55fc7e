import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, expect, it, vi } from "vitest";
import { userEvent } from "vitest/browser";
import { RecoveryWords } from "#notebook/keys/RecoveryWords.tsx";

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

const words = ["first", "sport", "never"];

it("takes the words off the clipboard when they leave the screen, and leaves it alone where nothing was copied", async () => {
  const write = vi.spyOn(navigator.clipboard, "writeText").mockResolvedValue();
  const shown = render(<RecoveryWords words={words} />);
  shown.unmount();
  expect(write).not.toHaveBeenCalled();
  const again = render(<RecoveryWords words={words} />);
  await userEvent.click(screen.getByRole("button", { name: "Copy" }));
  await screen.findByText(/taken off the clipboard when you go on/);
  expect(write.mock.calls).toEqual([["first sport never"]]);
  again.unmount();
  expect(write.mock.calls).toEqual([["first sport never"], [""]]);
});
