import { scriptAddress } from "./trustedTypes.ts";

/** What the app may have to say about itself, at most one thing at a time. */
export type ReleaseNews =
  | { readonly type: "nothing" }
  /** Everything is on the device now; told once, after the first visit. */
  | { readonly type: "offline-ready" }
  /** A newer version waits. `take` switches to it and reloads this tab; call it only when drafts are saved. */
  | { readonly type: "update"; readonly take: () => Promise<void> };

/**
 * Registers the service worker and reports releases to `tell`. Other tabs keep running the version
 * they have, from the files that the worker keeps for them.
 */
export async function watchReleases(
  tell: (news: ReleaseNews) => void,
  reload: () => void,
): Promise<void> {
  if (!import.meta.env.PROD || !("serviceWorker" in navigator)) return;
  // Fetched apart, because nothing on the locked screen waits for it.
  const { Workbox } = await import("workbox-window");
  const workbox = new Workbox(scriptAddress("/serviceWorker.js"), { type: "classic" });
  workbox.addEventListener("activated", (event) => {
    if (!event.isUpdate) tell({ type: "offline-ready" });
  });
  workbox.addEventListener("waiting", async () => {
    // A first one that takes its time to become active replaces nothing.
    if (!(await navigator.serviceWorker.getRegistration())?.active) return;
    tell({
      type: "update",
      take: async () => {
        workbox.addEventListener("controlling", reload);
        workbox.messageSkipWaiting();
      },
    });
  });
  // Private windows and some policies refuse a service worker; the app then works online only.
  await workbox.register().catch(() => {});
}
