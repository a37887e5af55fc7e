import { decodeFrames } from "#wire/decodeFrames.ts";
import { encodeFrames } from "#wire/encodeFrames.ts";
import type { Frame } from "#wire/Frame.ts";
import { idText } from "#wire/idText.ts";
import type { LiveLine, Timers } from "./ports/Transport.ts";
import { pushFrame } from "./pushRows.ts";
import type { OutboxRow, SpaceContext } from "./SpaceContext.ts";

/** A WebSocket to a space's server, for as long as it holds; it can be opened again. */
export interface SpaceLine {
  /** A ticket, then a socket; nothing where there is one already. */
  readonly connect: () => Promise<void>;
  readonly isThere: () => boolean;
  readonly isOpen: () => boolean;
  /** How often in a row it did not open, or no ticket was given for it. */
  readonly failures: () => number;
  readonly send: (frame: Frame) => void;
  /** Sends rows; no more go out until `acknowledged`, and the line ends where that takes too long. */
  readonly push: (rows: readonly OutboxRow[]) => void;
  readonly isPushing: () => boolean;
  readonly acknowledged: () => void;
  /** Leaves the line that there is, which may not know yet that it is dead. */
  readonly leave: () => void;
  /** For good. */
  readonly close: () => void;
}

/** What happens on a line. */
interface LineNews {
  readonly opened: () => void;
  readonly arrived: (frames: readonly Frame[]) => void;
  readonly closed: () => void;
}

/** An acknowledgement that takes longer will not come over this line. */
const ackWithin = 15_000;
/** After such a silence the server is asked where it stands, if somebody looks. */
const askAfter = 30_000;

/**
 * None is open at first. A line whose network went does not close by itself for minutes, so one over
 * which no answer comes is left at once, and what it says afterwards is not heard [L2].
 */
export function createSpaceLine(
  context: SpaceContext,
  timers: Timers,
  news: LineNews,
  isInSight: () => boolean,
): SpaceLine {
  let line: LiveLine | null = null;
  let isOpen = false;
  let isClosed = false;
  let failures = 0;
  let request = 0;
  let isPushing = false;
  let cancelAck = () => {};
  let cancelAsking = () => {};

  const acknowledged = () => {
    isPushing = false;
    cancelAck();
  };
  const send = (frame: Frame) => {
    if (isOpen) line?.send(encodeFrames(frame));
  };
  const hello = (): Frame => {
    const { space } = context.state;
    const { logId, cursor } = context.heads;
    const at = { space, logId: logId ?? new Uint8Array(16), cursor };
    return { type: "hello", version: 1, spaces: [at] };
  };
  const ended = (own: LiveLine) => {
    if (line !== own) return;
    line = null;
    if (!isOpen) failures += 1;
    isOpen = false;
    cancelAsking();
    acknowledged();
    news.closed();
  };
  const leave = (own: LiveLine) => {
    own.close();
    ended(own);
  };
  const heard = (own: LiveLine) => {
    cancelAsking();
    cancelAsking = timers.after(askAfter, () => {
      if (!isInSight()) return heard(own);
      send(hello());
      cancelAsking = timers.after(ackWithin, () => leave(own));
    });
  };

  return {
    connect: async () => {
      const { requests } = context;
      if (requests === null) return;
      const ticket = await requests.send("POST", `/spaces/${idText(context.state.space)}/ticket`);
      if (isClosed || line !== null) return;
      if (!ticket.ok) {
        if (ticket.error.type === "Unreachable") return;
        failures += 1;
        return news.closed();
      }
      const path = `/live?ticket=${new TextDecoder().decode(ticket.value)}`;
      const own = requests.live(path, {
        opened: () => {
          isOpen = true;
          failures = 0;
          send(hello());
          heard(own);
          news.opened();
        },
        message: (message) => {
          if (line !== own) return;
          heard(own);
          const frames = decodeFrames(message);
          if (frames.ok) news.arrived(frames.value);
        },
        closed: () => ended(own),
      });
      line = own;
    },
    isThere: () => line !== null,
    isOpen: () => isOpen,
    failures: () => failures,
    send,
    push: (rows) => {
      const own = line;
      if (own === null || !isOpen) return;
      isPushing = true;
      request += 1;
      send(pushFrame(request, rows));
      cancelAck = timers.after(ackWithin, () => leave(own));
    },
    isPushing: () => isPushing,
    acknowledged,
    leave: () => {
      if (line !== null) leave(line);
    },
    close: () => {
      isClosed = true;
      cancelAck();
      cancelAsking();
      line?.close();
    },
  };
}
