import type { JournalId } from "#core/identifiers.ts";
import type { Spaces } from "#core/space/Spaces.ts";
import type { OpenSpaces } from "./createSpaces.ts";
import type { SpaceParts } from "./SpaceParts.ts";

/** The spaces of an open journal as one tab offers them. */
export interface SpacesHost {
  readonly spaces: Spaces;
  /** Starts the exchange where the journal is in a space; else nothing is even loaded. */
  readonly start: () => void;
  /** Ends the exchange, so that nothing is half done when the thread ends. */
  readonly close: () => Promise<void>;
}

/** What one tab tells the others: take your turn away from me, or look again. */
type TabNews = "turn" | "changed";

/** How often a tab that wants its turn asks whoever has it. */
const askEvery = 500;

/**
 * One tab of a journal exchanges, under a Web Lock [L1]. A tab in which a person does something that
 * needs the server asks for the turn and gets it; the others show what is kept. `isIn`: whether the
 * journal is in a space at all.
 */
export function createSpacesHost(
  journal: JournalId,
  parts: Omit<SpaceParts, "isLeading" | "isInSight" | "tellTabs">,
  isIn: () => Promise<boolean>,
): SpacesHost {
  const channel = new BroadcastChannel(`headroom-spaces-${journal}`);
  const listeners = new Set<() => void>();
  let open: { readonly isLeading: boolean; readonly of: Promise<OpenSpaces> } | null = null;
  let giveBack: (() => void) | null = null;
  let isWaiting = false;
  let isEnded = false;
  let isInSight = true;
  const changed = () => {
    for (const listener of listeners) listener();
  };
  const tell = (news: TabNews) => channel.postMessage(news);

  async function begin(isLeading: boolean): Promise<OpenSpaces> {
    const { createSpaces } = await import("./createSpaces.ts");
    const opened = await createSpaces({
      ...parts,
      isLeading,
      isInSight: () => isInSight,
      tellTabs: () => tell("changed"),
    });
    await opened.spaces.subscribe(changed);
    return opened;
  }
  async function reopen(isLeading: boolean): Promise<OpenSpaces> {
    const before = open;
    const of = (async () => {
      await (await before?.of)?.close();
      return begin(isLeading);
    })();
    open = { isLeading, of };
    const opened = await of;
    changed();
    return opened;
  }

  /** Waits in line for the turn, and keeps it until another tab wants it or this one ends. */
  function wait(): void {
    if (isWaiting || giveBack !== null || isEnded) return;
    isWaiting = true;
    void navigator.locks.request(`headroom-spaces-${journal}`, async () => {
      isWaiting = false;
      if (isEnded) return;
      const released = new Promise<void>((resolve) => {
        giveBack = resolve;
      });
      await reopen(true);
      await released;
      giveBack = null;
      if (!isEnded) await reopen(false);
      wait();
    });
  }

  channel.onmessage = ({ data }: MessageEvent<unknown>) => {
    if (data === "turn") giveBack?.();
    if (data === "changed" && open?.isLeading === false) void reopen(false);
  };

  /** The spaces for looking at: whoever exchanges them. */
  const shown = async (): Promise<Spaces> => (await (open?.of ?? reopen(false))).spaces;
  /** The spaces for doing something: this tab's turn is waited for. */
  const led = async (): Promise<Spaces> => {
    while (open?.isLeading !== true) {
      wait();
      tell("turn");
      await new Promise<void>((resolve) => {
        parts.timers.after(giveBack === null ? askEvery : 0, resolve);
      });
    }
    return (await open.of).spaces;
  };

  const spaces: Spaces = {
    list: async () => (open === null && !(await isIn()) ? [] : (await shown()).list()),
    kept: async () => (open === null && !(await isIn()) ? [] : (await shown()).kept()),
    subscribe: async (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    invitations: async (...of) => (await shown()).invitations(...of),
    presence: async (...of) => (await shown()).presence(...of),
    ownAnswer: async (...of) => (await shown()).ownAnswer(...of),
    linkOfCode: async (...of) => (await shown()).linkOfCode(...of),
    readLink: async (...of) => (await shown()).readLink(...of),
    readInvitation: async (...of) => (await shown()).readInvitation(...of),
    unsentChanges: async (...of) => (await shown()).unsentChanges(...of),
    countLeft: async (...of) => (await shown()).countLeft(...of),
    fileKind: async (...of) => (await shown()).fileKind(...of),
    voiceKeys: async () => (await shown()).voiceKeys(),
    rename: async (...of) => (await shown()).rename(...of),
    nameMe: async (...of) => (await shown()).nameMe(...of),
    here: async (...of) => (await shown()).here(...of),
    inSight: async (is) => {
      isInSight = is;
      // The tab that somebody looks at exchanges: browsers let the timers of others wait.
      if (is && (await isIn())) await (await led()).inSight(is);
    },
    tryNow: async () => (await led()).tryNow(),
    make: async (...of) => (await led()).make(...of),
    invite: async (...of) => (await led()).invite(...of),
    withdrawInvitation: async (...of) => (await led()).withdrawInvitation(...of),
    admit: async (...of) => (await led()).admit(...of),
    join: async (...of) => (await led()).join(...of),
    setRole: async (...of) => (await led()).setRole(...of),
    remove: async (...of) => (await led()).remove(...of),
    leave: async (...of) => (await led()).leave(...of),
    close: async (...of) => (await led()).close(...of),
    forget: async (...of) => (await led()).forget(...of),
    answer: async (...of) => (await led()).answer(...of),
    publishVoiceBox: async (...of) => (await led()).publishVoiceBox(...of),
    voiceLink: async (...of) => (await led()).voiceLink(...of),
    inviteByFile: async (...of) => (await led()).inviteByFile(...of),
    joinByFile: async (...of) => (await led()).joinByFile(...of),
    answerFile: async (...of) => (await led()).answerFile(...of),
    takeAnswer: async (...of) => (await led()).takeAnswer(...of),
    exportSpace: async (...of) => (await led()).exportSpace(...of),
    exportProposal: async (...of) => (await led()).exportProposal(...of),
    importSpace: async (...of) => (await led()).importSpace(...of),
    readProposal: async (...of) => (await led()).readProposal(...of),
    importProposal: async (...of) => (await led()).importProposal(...of),
  };
  return {
    spaces,
    start: () => {
      void isIn().then((is) => {
        if (is) wait();
      });
    },
    close: async () => {
      isEnded = true;
      await (await open?.of)?.close();
      giveBack?.();
      channel.close();
    },
  };
}
