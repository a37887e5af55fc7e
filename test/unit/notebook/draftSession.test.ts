import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { instant } from "#base/Clock.ts";
import { ok } from "#base/Result.ts";
import type { DraftId } from "#core/identifiers.ts";
import type { Vault } from "#core/journal/Vault.ts";
import { draftSession } from "#notebook/draftSession.ts";
import { openDevice, draftOf as written } from "../vault/openTestJournal.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const full = { ok: false, error: { type: "StorageFull" } } as const;

/** A session over a real vault whose storage is full as long as `isFull` says so. */
async function begun() {
  const device = await openDevice();
  const { vault } = device.tab();
  const disk = { isFull: true, tries: 0 };
  const saveDraft: Vault["saveDraft"] = async (draft) => {
    disk.tries += 1;
    return disk.isFull ? full : vault.saveDraft(draft);
  };
  const session = draftSession(
    {
      vault: { ...vault, saveDraft },
      clock: device.clock,
      random: { bytes: (length) => new Uint8Array(length).fill(7) },
      wrote: () => undefined,
    },
    written(""),
    (id: DraftId) => written("", { id, startedAt: instant(1) }),
  );
  const type = (text: string) =>
    session.change((draft) => ({
      ...draft,
      parts: [{ part: "free.text", label: "", text }],
    }));
  const stored = async () => {
    const drafts = await vault.drafts();
    return drafts.ok ? drafts.value.map(({ parts }) => parts[0]?.text) : [];
  };
  return { session, disk, type, stored };
}

test("a save that failed is tried again by itself until the words are kept", async () => {
  const { session, disk, type, stored } = await begun();
  type("Do not lose me.");
  await vi.advanceTimersByTimeAsync(500);
  await vi.waitUntil(() => session.state().safety.type === "failed", { timeout: 30_000 });
  expect(disk.tries).toBe(1);
  await vi.advanceTimersByTimeAsync(10_000);
  await vi.waitUntil(() => disk.tries === 2, { timeout: 30_000 });
  expect(session.state().safety.type).toBe("failed");
  disk.isFull = false;
  await vi.advanceTimersByTimeAsync(10_000);
  await vi.waitUntil(() => session.state().safety.type === "saved", { timeout: 30_000 });
  expect(await stored()).toEqual(["Do not lose me."]);
});

test("a session that is closed tries no more", async () => {
  const { session, disk, type } = await begun();
  type("Gone on purpose.");
  session.close();
  expect(await session.flush()).toBe(false);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(disk.tries).toBe(1);
});

test("saving waits for a Keep that is under way, and finds nothing left to save", async () => {
  const { session, disk, type } = await begun();
  type("Kept.");
  const keeping = session.keep();
  expect(await session.flush()).toBe(true);
  expect(await keeping).toMatchObject(ok({}));
  expect(disk.tries).toBe(0);
});

test("a Keep shows that it waits only once waiting is noticeable, and the blank draft comes with what was kept", async () => {
  const { session, disk, type } = await begun();
  disk.isFull = false;
  type("Kept at once.");
  const shown: boolean[] = [];
  session.subscribe(() => shown.push(session.state().isKeeping));
  const told: string[] = [];
  await session.keep((kept) => told.push(`${kept.entry.kind} ${session.isSaved()}`));
  expect(told).toEqual(["entry true"]);
  expect(shown).toEqual([false]);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(shown).toEqual([false]);
});

test("words kept while their draft is still being saved leave no draft behind", async () => {
  const { session, disk, type, stored } = await begun();
  disk.isFull = false;
  type("Saved and kept at once.");
  const saving = session.flush();
  while (disk.tries === 0) await null;
  expect(session.state().safety.type).toBe("saving");
  expect(await session.keep()).toMatchObject(ok({}));
  expect(await saving).toBe(true);
  expect(disk.tries).toBe(1);
  expect(await stored()).toEqual([]);
  expect(session.state().safety.type).toBe("blank");
});
