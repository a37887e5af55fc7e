import type { ReleaseNews } from "./updates.ts";

let current: ReleaseNews = { type: "nothing" };
const listeners = new Set<() => void>();

/** What is known of releases now; the same value until it changes. */
export const currentRelease = (): ReleaseNews => current;

/** Takes in what `watchReleases` tells. */
export function tellRelease(news: ReleaseNews): void {
  current = news;
  for (const listener of listeners) listener();
}

/** Calls back after every change; returns a way to stop. */
export function onRelease(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
