import { act, cleanup, render, screen } from "@testing-library/react";
import { afterEach, expect, it, vi } from "vitest";
import { page } from "vitest/browser";
import { uncoverPage } from "#app/lock/coverPage.ts";
import type { Lock } from "#app/lock/createLock.ts";
import { useLockNow } from "#app/lock/useLockNow.tsx";
import "#ui/base.css";
import { expectAccessible } from "../expectAccessible.ts";

afterEach(() => {
  cleanup();
  uncoverPage();
});

function Locking({ lock }: { readonly lock: Lock }) {
  const { lockNow, question } = useLockNow(lock);
  return (
    <main>
      <button type="button" onClick={() => void lockNow()}>
        Lock
      </button>
      <p>Words on the screen.</p>
      {question}
    </main>
  );
}

function show(isSaved: boolean) {
  const locked = vi.fn(async () => {});
  const lock: Lock = {
    lock: locked,
    isLocking: () => false,
    beforeLock: () => () => {},
    saveAll: async () => isSaved,
    abandon: () => {},
  };
  render(<Locking lock={lock} />);
  return locked;
}

it("locks at once where everything is kept", async () => {
  const locked = show(true);
  await act(async () => screen.getByRole("button", { name: "Lock" }).click());
  await vi.waitFor(() => expect(locked).toHaveBeenCalledOnce(), { timeout: 30_000 });
});

it("tells once of words that could not be kept, and leaves them on the screen", async () => {
  const locked = show(false);
  await page.getByRole("button", { name: "Lock" }).click();
  await expect.element(page.getByText("Your last words are not kept yet")).toBeVisible();
  await expectAccessible();
  expect(locked).not.toHaveBeenCalled();
  await page.getByRole("button", { name: "Stay here" }).click();
  await expect.element(page.getByText("Words on the screen.")).toBeVisible();
  await page.getByRole("button", { name: "Lock" }).click();
  await page.getByRole("button", { name: "Lock without them" }).click();
  await vi.waitFor(() => expect(locked).toHaveBeenCalledOnce(), { timeout: 30_000 });
});
