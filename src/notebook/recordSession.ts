import type { Instant } from "#base/Clock.ts";
import { err } from "#base/Result.ts";
import type { Basis, Edit, ReadFailure } from "#core/journal/Vault.ts";
import type { JournalRecord } from "#core/record/JournalRecord.ts";
import type { Workspace } from "./Workspace.ts";

/** How safe the words on screen are. */
export type Safety =
  /** Committed: now, or since before this page was opened (`at` null). */
  | { readonly type: "kept"; readonly at: Instant | null }
  /** Written since the last save. */
  | { readonly type: "typing" }
  | { readonly type: "saving" }
  /** They are on screen only. */
  | { readonly type: "failed"; readonly failure: ReadFailure };

export interface RecordState<R extends JournalRecord> {
  readonly record: R;
  readonly safety: Safety;
}

/** One record on screen on its way to the vault: saved on every pause, merged with what others write. */
export interface RecordSession<R extends JournalRecord> {
  readonly state: () => RecordState<R>;
  readonly subscribe: (listener: () => void) => () => void;
  readonly change: (next: (record: R) => R) => void;
  /** Saves at once what is not saved yet; never rejects. Resolves to whether everything is kept. */
  readonly flush: (options?: { readonly remember?: boolean }) => Promise<boolean>;
  /** Takes in what another tab or device wrote, as long as nothing here waits to be saved. */
  readonly refresh: () => Promise<void>;
  /** Stops autosaving. */
  readonly close: () => void;
}

/** A pause in typing, the longest that words wait for one, and how long until a failed save is tried again: milliseconds. */
const pause = 400;
const longest = 2500;
const again = 10_000;
/** An earlier version is kept at the first change after opening, then at most every so often. Milliseconds. */
const rememberEvery = 10 * 60_000;

const said = (record: JournalRecord): string => JSON.stringify({ ...record, editedAt: 0 });

/** Where an editing of one kind of record begins. */
export interface RecordStart<R extends JournalRecord> {
  readonly record: R;
  /** As the vault gave it; null where the record is new. */
  readonly basis: Basis | null;
  /** The record where it is of this kind, else null. */
  readonly as: (record: JournalRecord) => R | null;
  /** Whether a new record says anything yet; until then nothing is stored. */
  readonly isBegun: (record: R) => boolean;
}

/** Opens a session on a record as the vault gave it, or on a new one. */
export function recordSession<R extends JournalRecord>(
  workspace: Pick<Workspace, "vault" | "clock" | "wrote">,
  start: RecordStart<R>,
): RecordSession<R> {
  const listeners = new Set<() => void>();
  let state: RecordState<R> = { record: start.record, safety: { type: "kept", at: null } };
  let { basis } = start;
  let remembered: number | null = null;
  let timer: ReturnType<typeof setTimeout> | null = null;
  let waitingSince: number | null = null;
  let running: Promise<unknown> = Promise.resolve();
  let isClosed = false;

  const put = (next: Partial<RecordState<R>>) => {
    state = { ...state, ...next };
    for (const listener of listeners) listener();
  };
  const forgetTimer = () => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
  };
  const saveIn = (milliseconds: number) => {
    forgetTimer();
    timer = setTimeout(() => void flush(), milliseconds);
  };
  const isWaiting = () => state.safety.type === "typing" || state.safety.type === "failed";

  const save = async (remember: boolean): Promise<void> => {
    if (!isWaiting()) return;
    const { record } = state;
    const now = workspace.clock.now();
    const remembers = remember || remembered === null || now - remembered >= rememberEvery;
    put({ safety: { type: "saving" } });
    waitingSince = null;
    const edit: Edit<R> = {
      basis,
      next: { ...record, editedAt: now },
      remember: remembers && basis !== null,
    };
    const result = await workspace.vault.save([edit]).catch((fault: unknown) => {
      reportError(fault);
      const name = fault instanceof Error ? fault.name : "Error";
      return err({ type: "StorageRefused", name } as const);
    });
    const isStill = state.record === record;
    if (!result.ok) {
      // Removed for good elsewhere meanwhile: the words here are kept as if they were new.
      if (result.error.type === "NotFound" && basis !== null) {
        basis = null;
        put({ safety: { type: "typing" } });
        return save(remember);
      }
      put({ safety: { type: "failed", failure: result.error } });
      if (!isClosed) saveIn(again);
      return;
    }
    workspace.wrote(result.value.mark);
    if (remembers) remembered = now;
    const saved = result.value.saved[0];
    const merged = saved && start.as(saved.merged.record);
    if (!merged) throw new Error("a saved record came back as something else");
    if (isStill) {
      basis = saved.merged.basis;
      put({ record: merged, safety: { type: "kept", at: now } });
    } else {
      // More was typed meanwhile, on the state that was handed in: the next edit merges from there.
      basis = saved.mine.basis;
    }
  };
  const flush: RecordSession<R>["flush"] = async ({ remember = false } = {}) => {
    forgetTimer();
    const next = running.then(
      () => save(remember),
      () => save(remember),
    );
    running = next;
    await next;
    // Typed while it was being saved: that is saved, too.
    if (state.safety.type === "typing") return flush();
    return state.safety.type === "kept";
  };

  return {
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    change: (next) => {
      const record = next(state.record);
      if (basis === null && state.safety.type === "kept" && !start.isBegun(record)) {
        put({ record });
        return;
      }
      put({ record, safety: { type: "typing" } });
      const now = performance.now();
      waitingSince ??= now;
      saveIn(Math.min(pause, Math.max(0, waitingSince + longest - now)));
    },
    flush,
    refresh: async () => {
      if (state.safety.type !== "kept") return;
      const before = state;
      const found = await workspace.vault.open(before.record.id);
      // Whatever happened while it was read decides: words typed here are never replaced.
      if (state !== before || !found.ok) return;
      const fresh = start.as(found.value.record);
      if (fresh === null) return;
      basis = found.value.basis;
      if (said(fresh) !== said(before.record)) put({ record: fresh });
    },
    close: () => {
      isClosed = true;
      forgetTimer();
    },
  };
}
