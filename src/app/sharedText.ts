/** Under this name the tab remembers, over a reload, which text is its own: a random word, none of the text. */
const ticketName = "headroom-shared";

/** Milliseconds in which a worker in memory answers many times over. */
const longestWait = 5_000;

const inAddress = /^#shared=([\w-]+)$/;

/** From the address that the service worker sent this page to, or from before a reload. */
function takeTicket(): string | null {
  const sent = inAddress.exec(window.location.hash);
  if (sent) window.history.replaceState(null, "", "/");
  try {
    const left = sessionStorage.getItem(ticketName);
    sessionStorage.removeItem(ticketName);
    return sent?.[1] ?? left;
  } catch {
    // No storage is given to this page: nothing was left in it either.
    return sent?.[1] ?? null;
  }
}

/** The text that another app shared with this page, or with the one that it took the place of by a reload; or null. */
export async function takeSharedText(): Promise<string | null> {
  const ticket = takeTicket();
  const worker = navigator.serviceWorker?.controller;
  if (!worker || ticket === null) return null;
  const { port1, port2 } = new MessageChannel();
  const answer = new Promise<string | null>((resolve) => {
    port1.onmessage = (event) => resolve(typeof event.data === "string" ? event.data : null);
    // A worker that never answers must not keep a journal from opening.
    setTimeout(() => resolve(null), longestWait);
  });
  worker.postMessage({ type: "SHARED_TEXT", ticket }, [port2]);
  return answer;
}

/**
 * Hands text that still waits to the service worker's memory as this page goes, for a moment, so that
 * a reload of the locked page does not lose it. Nothing of it is written anywhere.
 */
export function handBackSharedText(text: string): void {
  const worker = navigator.serviceWorker?.controller;
  if (!worker) return;
  const ticket = crypto.randomUUID();
  try {
    sessionStorage.setItem(ticketName, ticket);
  } catch {
    return;
  }
  worker.postMessage({ type: "KEEP_SHARED_TEXT", ticket, text });
}
