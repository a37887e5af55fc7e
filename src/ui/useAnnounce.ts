import { notify } from "./toasts.ts";

/** Says something to screen readers only, politely: results counted, a list that changed. */
export function announce(text: string): void {
  const region = document.getElementById("announcements");
  if (region) region.textContent = region.textContent === text ? `${text}\u00a0` : text;
}

/** The ways to tell a person what happened: `announce` for ears, `notify` for everyone. */
export function useAnnounce(): {
  readonly announce: typeof announce;
  readonly notify: typeof notify;
} {
  return { announce, notify };
}
