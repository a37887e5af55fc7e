import {
  cleanupOutdatedCaches,
  createHandlerBoundToURL,
  precacheAndRoute,
} from "workbox-precaching";
import { NavigationRoute, registerRoute } from "workbox-routing";
import { earlierAsset, keepEarlierAssets } from "./earlierAssets.ts";
import { answerShare, giveSharedText, keepSharedText } from "./sharedText.ts";

declare const self: ServiceWorkerGlobalScope & {
  readonly __WB_MANIFEST: readonly { readonly url: string; readonly revision: string | null }[];
};

const manifest = self.__WB_MANIFEST;

// Before this release's precache replaces the last one's, so that open tabs keep finding their chunks.
self.addEventListener("install", (event) => event.waitUntil(keepEarlierAssets(caches, manifest)));

precacheAndRoute([...manifest]);
cleanupOutdatedCaches();
registerRoute(
  new NavigationRoute(createHandlerBoundToURL("/voice.html"), { allowlist: [/^\/voice(?:\?|$)/] }),
);
registerRoute(
  new NavigationRoute(createHandlerBoundToURL("/index.html"), {
    // A file to be read, and the server's own addresses: not places of the app.
    denylist: [/^\/THIRD_PARTY_LICENSES\.txt$/, /^\/(?:sync|health|metrics)(?:\/|$)/],
  }),
);
registerRoute(
  ({ url, sameOrigin }) => sameOrigin && url.pathname.startsWith("/assets/"),
  ({ request }) => earlierAsset(caches, request),
);
registerRoute(
  ({ url, sameOrigin }) => sameOrigin && url.pathname === "/share",
  ({ event, request }) => answerShare(event, request),
  "POST",
);

self.addEventListener("message", (event) => {
  // The person asked for the update: nothing is ever forced over unsaved words.
  if (event.data?.type === "SKIP_WAITING") void self.skipWaiting();
  if (event.data?.type === "SHARED_TEXT") giveSharedText(event, event.data.ticket);
  if (event.data?.type === "KEEP_SHARED_TEXT") {
    keepSharedText(event, event.data.ticket, event.data.text);
  }
});

// The first visit is served by this worker from the start, so that it works offline at once.
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
