import type { IncomingMessage, Server } from "node:http";
import type { Duplex } from "node:stream";
import { type WebSocket, WebSocketServer } from "ws";
import { idBytes } from "#wire/idText.ts";
import { limits } from "#wire/limits.ts";
import { addressOf } from "../addressOf.ts";
import { errorFacts } from "../createLog.ts";
import { sha256 } from "../nodeCrypto.ts";
import type { Surroundings } from "../Surroundings.ts";
import { serveConnection } from "./LiveConnection.ts";

/** Where WebSockets are opened, with `?ticket=`. */
export const livePath = "/sync/v1/live";

const beatMilliseconds = 30_000;

/** Opens WebSockets for devices with a ticket, on an HTTP server. Returns how to end them all. */
export function acceptSockets(server: Server, around: Surroundings): () => void {
  const { store, settings, now, log, metrics } = around;
  const sockets = new WebSocketServer({
    noServer: true,
    // Sealed bytes do not compress.
    perMessageDeflate: false,
    maxPayload: limits.request,
    clientTracking: true,
  });
  metrics.countUnsent(() =>
    [...sockets.clients].reduce((sum, { bufferedAmount }) => sum + bufferedAmount, 0),
  );
  const ofAddress = new Map<string, number>();
  const alive = new WeakSet<WebSocket>();

  const refuse = (socket: Duplex, status: string) => {
    socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
  };

  function count(address: string, by: number): void {
    const sum = (ofAddress.get(address) ?? 0) + by;
    if (sum > 0) ofAddress.set(address, sum);
    else ofAddress.delete(address);
  }

  async function open(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    const url = new URL(request.url ?? "/", "http://headroom.invalid");
    const address = addressOf(request, settings.trustProxy);
    if (url.pathname !== livePath) return refuse(socket, "404 Not Found");
    const isFull =
      sockets.clients.size >= settings.sockets ||
      (ofAddress.get(address) ?? 0) >= settings.socketsOfAddress;
    if (isFull) return refuse(socket, "503 Service Unavailable");
    const ticket = idBytes(url.searchParams.get("ticket") ?? "", 32);
    const device = ticket.ok ? await store.takeTicket(sha256(ticket.value), now()) : null;
    if (!device) return refuse(socket, "401 Unauthorized");
    sockets.handleUpgrade(request, socket, head, (accepted) => {
      count(address, 1);
      alive.add(accepted);
      accepted.on("pong", () => alive.add(accepted));
      accepted.on("close", () => count(address, -1));
      serveConnection(accepted, device, around);
    });
  }

  server.on("upgrade", (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on("error", () => socket.destroy());
    open(request, socket, head).catch((failure: unknown) => {
      log.error({ event: "upgrade failed", error: errorFacts(failure) });
      refuse(socket, "503 Service Unavailable");
    });
  });

  const beat = setInterval(() => {
    for (const socket of sockets.clients) {
      if (!alive.delete(socket)) socket.terminate();
      else socket.ping();
    }
  }, beatMilliseconds);

  return () => {
    clearInterval(beat);
    for (const socket of sockets.clients) socket.close(1001);
    // Those that do not answer the goodbye are not waited for.
    setTimeout(() => {
      for (const socket of sockets.clients) socket.terminate();
    }, 1_000).unref();
  };
}
