import WebSocket from "ws";
import { err, ok } from "#base/Result.ts";
import type { Timers, Transport } from "#sync/ports/Transport.ts";

/** Node's timers, ten times as fast, since nobody here waits out of regard for a battery; they keep no process alive. */
export const nodeTimers: Timers = {
  after: (milliseconds, call) => {
    const timer = setTimeout(call, milliseconds / 10);
    timer.unref();
    return () => clearTimeout(timer);
  },
};

/** The way to a server from Node. `seen` is shown every byte that goes or comes. */
export const nodeTransport = (
  origin: string,
  seen: (bytes: Uint8Array | string) => void = () => undefined,
): Transport => ({
  send: async ({ method, path, headers, body }) => {
    seen(`${method} ${path} ${JSON.stringify(headers)}`);
    seen(body);
    try {
      const answered = await fetch(origin + path, {
        method,
        headers: { ...headers },
        ...(body.length > 0 ? { body: new Uint8Array(body) } : {}),
      });
      const bytes = new Uint8Array(await answered.arrayBuffer());
      seen(bytes);
      return ok({ status: answered.status, body: bytes });
    } catch {
      return err({ type: "Unreachable" });
    }
  },
  live: (path, listener) => {
    const socket = new WebSocket(origin.replace(/^http/, "ws") + path);
    socket.binaryType = "nodebuffer";
    socket.on("open", listener.opened);
    socket.on("message", (data: Buffer) => {
      seen(data);
      listener.message(new Uint8Array(data));
    });
    socket.on("close", listener.closed);
    socket.on("error", () => undefined);
    return {
      send: (message) => {
        seen(message);
        if (socket.readyState === WebSocket.OPEN) socket.send(message);
      },
      close: () => socket.close(),
    };
  },
});
