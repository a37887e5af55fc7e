import * as v from "valibot";

const tabNewsSchema = v.variant("type", [
  /** Lock, all of you. */
  v.object({ type: v.literal("lock") }),
  /** Somebody touched or typed. */
  v.object({ type: v.literal("active") }),
  /** This tab is on screen. */
  v.object({ type: v.literal("onScreen") }),
]);

/** What tabs of this app tell each other about being open. It holds nothing of a journal. */
export type TabNews = v.InferOutput<typeof tabNewsSchema>;

/** The line between the tabs. */
export interface TabLine {
  readonly tell: (news: TabNews) => void;
  /** Calls back with what other tabs say; returns a way to stop. */
  readonly hear: (listener: (news: TabNews) => void) => () => void;
}

/** Joins the line between this app's tabs, by BroadcastChannel. */
export function joinTabLine(name = "headroom-lock"): TabLine {
  const channel = new BroadcastChannel(name);
  const listeners = new Set<(news: TabNews) => void>();
  channel.onmessage = (event: MessageEvent<unknown>) => {
    const news = v.safeParse(tabNewsSchema, event.data);
    if (news.success) for (const listener of listeners) listener(news.output);
  };
  return {
    tell: (news) => channel.postMessage(news),
    hear: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
