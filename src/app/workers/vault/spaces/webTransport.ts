import { err, ok } from "#base/Result.ts";
import type { Timers, Transport } from "#sync/ports/Transport.ts";

/** The browser's timers. */
export const webTimers: Timers = {
  after: (milliseconds, call) => {
    const timer = setTimeout(call, milliseconds);
    return () => clearTimeout(timer);
  },
};

/** A request that takes longer has failed: a long poll answers within 25 seconds. */
const patience = 60_000;

/** The way to a server, by fetch and WebSocket. */
export const webTransport = (origin: string): Transport => ({
  send: async ({ method, path, headers, body }) => {
    try {
      const answered = await fetch(origin + path, {
        method,
        headers,
        ...(body.length > 0 ? { body: new Uint8Array(body) } : {}),
        cache: "no-store",
        credentials: "omit",
        redirect: "error",
        referrerPolicy: "no-referrer",
        signal: AbortSignal.timeout(patience),
      });
      return ok({
        status: answered.status,
        body: new Uint8Array(await answered.arrayBuffer()),
      });
    } catch {
      // fetch does not say why, so that pages cannot look into networks.
      return err({ type: "Unreachable" });
    }
  },
  live: (path, listener) => {
    const socket = new WebSocket(origin.replace(/^http/, "ws") + path);
    socket.binaryType = "arraybuffer";
    socket.onopen = listener.opened;
    socket.onmessage = ({ data }: MessageEvent<unknown>) => {
      if (data instanceof ArrayBuffer) listener.message(new Uint8Array(data));
    };
    socket.onclose = listener.closed;
    return {
      send: (message) => {
        if (socket.readyState === WebSocket.OPEN) socket.send(new Uint8Array(message));
      },
      close: () => socket.close(),
    };
  },
});
