import { coverPage } from "./coverPage.ts";
import type { TabLine } from "./TabNews.ts";

/** How long saving may take once somebody locks: words typed last are worth a moment, not more. */
const savingMilliseconds = 1000;
/** What was asked for and confirmed may need two slow hashes of a cheap device; the words are hidden meanwhile. */
const promisedMilliseconds = 20_000;

/** Resolves to what `work` does, or to false after the time it may take or when it fails. */
async function within(milliseconds: number, work: Promise<boolean>): Promise<boolean> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const deadline = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), milliseconds);
  });
  const done = await Promise.race([work.catch(() => false), deadline]);
  clearTimeout(timer);
  return done;
}

/** The lock of an open journal. */
export interface Lock {
  /** Locks here and in every other tab: hides, saves what is unsaved, drops keys, words and the page. */
  readonly lock: () => Promise<void>;
  /** Whether locking has begun. */
  readonly isLocking: () => boolean;
  /** Registers what must be saved before, and resolves to whether it is; returns a way to unregister. What is `promised` is given longer. */
  readonly beforeLock: (save: () => Promise<boolean>, kind?: "typed" | "promised") => () => void;
  /** Saves all that is registered, as before a lock, and stays open: for an update of the app. Whether nothing is left unsaved. */
  readonly saveAll: () => Promise<boolean>;
  /** Leaves without saving, in every tab: the journal is gone. */
  readonly abandon: () => void;
}

/**
 * Makes the lock. `settled` resolves once all that was asked to be written has been; `drop` ends whatever holds keys or words (workers, the tree on the page) and
 * `leave` replaces the document, so that nothing of it stays in memory.
 */
export function createLock({
  tabs,
  settled,
  drop,
  leave,
}: {
  readonly tabs: TabLine;
  readonly settled: () => Promise<void>;
  readonly drop: () => void;
  readonly leave: () => void;
}): Lock {
  const saves = new Map<() => Promise<boolean>, "typed" | "promised">();
  let locking = false;

  const save = async (kind: "typed" | "promised") => {
    const saving = [...saves].flatMap(([save, of]) => (of === kind ? [save()] : []));
    const saved = await Promise.allSettled(saving);
    return saved.every((save) => save.status === "fulfilled" && save.value);
  };
  const saveAll = async () => {
    const typed = save("typed").then(async (isSaved) => {
      // A Keep that is under way is nobody's unsaved draft any more, and must not be cut off.
      await settled();
      return isSaved;
    });
    const saved = await Promise.all([
      within(savingMilliseconds, typed),
      within(promisedMilliseconds, save("promised")),
    ]);
    return saved.every(Boolean);
  };

  const lockHere = async () => {
    if (locking) return;
    locking = true;
    coverPage();
    try {
      await saveAll();
    } finally {
      drop();
      leave();
    }
  };

  tabs.hear((news) => {
    if (news.type === "lock") void lockHere();
  });
  return {
    lock: () => {
      tabs.tell({ type: "lock" });
      return lockHere();
    },
    isLocking: () => locking,
    beforeLock: (save, kind = "typed") => {
      saves.set(save, kind);
      return () => saves.delete(save);
    },
    saveAll,
    abandon: () => {
      locking = true;
      coverPage();
      tabs.tell({ type: "lock" });
      drop();
      leave();
    },
  };
}
