import type { WebSocket } from "ws";
import type { MailboxSettings } from "../MailboxSettings.ts";
import type { Seat } from "./Seat.ts";

/** What can wait for something to go with waits so long, in milliseconds. */
const soon = 50;

/** Sends over a socket no more at once than its reader takes, and few messages rather than many. */
export interface Sending extends Pick<Seat, "send" | "sendSoon" | "isSlow" | "drained"> {
  /** Sends at once what waits. */
  readonly flush: () => void;
}

/** Over a socket that is open, or was. */
export function createSending(
  socket: WebSocket,
  settings: Pick<MailboxSettings, "buffered" | "slowMilliseconds">,
  now: () => number,
): Sending {
  let outgoing: Uint8Array[] = [];
  let isFlushing = false;
  let later: NodeJS.Timeout | null = null;

  /** What was sent in one turn of the event loop goes as one message, and what waited to go with it. */
  function flush(): void {
    const frames = outgoing;
    outgoing = [];
    isFlushing = false;
    if (later !== null) clearTimeout(later);
    later = null;
    const [only] = frames;
    if (socket.readyState !== socket.OPEN || !only) return;
    // Most often there is one, the same bytes for every reader: they are not copied.
    socket.send(frames.length === 1 ? only : Buffer.concat(frames));
  }
  function send(frames: Uint8Array): void {
    outgoing.push(frames);
    if (!isFlushing) setImmediate(flush);
    isFlushing = true;
  }
  function sendSoon(frames: Uint8Array): void {
    outgoing.push(frames);
    if (!isFlushing) later ??= setTimeout(flush, soon);
  }

  const isSlow = () => socket.bufferedAmount > settings.buffered;

  async function drained(): Promise<boolean> {
    const giveUp = now() + settings.slowMilliseconds;
    while (socket.readyState === socket.OPEN && socket.bufferedAmount > settings.buffered / 2) {
      if (now() > giveUp) {
        socket.terminate();
        return false;
      }
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    return socket.readyState === socket.OPEN;
  }

  return { send, sendSoon, isSlow, drained, flush };
}
