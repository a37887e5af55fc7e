import type { IncomingMessage, Server } from "node:http";
import type { Duplex } from "node:stream";
import { type WebSocket, WebSocketServer } from "ws";
import { idBytes, idText } from "#wire/idText.ts";
import { limits } from "#wire/limits.ts";
import { addressOf } from "../addressOf.ts";
import { errorFacts } from "../createLog.ts";
import { sha256 } from "../nodeCrypto.ts";
import type { Surroundings } from "../Surroundings.ts";
import { serveConnection } from "./LiveConnection.ts";
import { places } from "./Places.ts";

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
  const ofNode = places(settings.sockets);
  const ofAddress = places(settings.socketsOfAddress);
  const ofDevice = places(settings.socketsOfDevice);
  const alive = new WeakSet<WebSocket>();

  const refuse = (socket: Duplex, status: string) => {
    socket.once("finish", () => socket.destroy());
    socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
  };

  async function open(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    const url = new URL(request.url ?? "/", "http://headroom.invalid");
    const address = addressOf(request, settings.trustProxy);
    if (url.pathname !== livePath) return refuse(socket, "404 Not Found");
    // Its places are taken before anything is waited for, and left when it closes, open or refused.
    if (!ofNode.take("", socket) || !ofAddress.take(address, socket)) {
      return refuse(socket, "503 Service Unavailable");
    }
    const ticket = idBytes(url.searchParams.get("ticket") ?? "", 32);
    const device = ticket.ok ? await store.takeTicket(sha256(ticket.value), now()) : null;
    if (socket.destroyed) return;
    if (!device) return refuse(socket, "401 Unauthorized");
    if (!ofDevice.take(idText(device), socket)) return refuse(socket, "503 Service Unavailable");
    sockets.handleUpgrade(request, socket, head, (accepted) => {
      alive.add(accepted);
      accepted.on("pong", () => alive.add(accepted));
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
