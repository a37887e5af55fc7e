import { err, ok } from "#base/Result.ts";
import type { Timers, Transport } from "#sync/ports/Transport.ts";
import { limits } from "#wire/limits.ts";

/** The browser's timers. */
export const webTimers: Timers = {
  after: (milliseconds, call) => {
    const timer = setTimeout(call, milliseconds);
    return () => clearTimeout(timer);
  },
};

/** A request that takes longer has failed: a long poll answers within 25 seconds. */
const patience = 60_000;

/** The body of an answer, or null where it is longer than any server of ours sends: the rest is not fetched. */
async function readBody({ body }: Response): Promise<Uint8Array | null> {
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  const reader = body?.getReader();
  for (let next = await reader?.read(); next?.value !== undefined; next = await reader?.read()) {
    length += next.value.length;
    if (length > limits.answer) {
      await reader?.cancel();
      return null;
    }
    pieces.push(next.value);
  }
  return new Uint8Array(await new Blob(pieces).arrayBuffer());
}

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
      const read = await readBody(answered);
      return read === null
        ? err({ type: "Unreachable" })
        : ok({ status: answered.status, body: read });
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
      if (!(data instanceof ArrayBuffer)) return;
      if (data.byteLength <= limits.answer) listener.message(new Uint8Array(data));
      else socket.close();
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
