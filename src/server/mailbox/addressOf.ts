import type { IncomingMessage } from "node:http";

/**
 * The address that a request came from, for counting only: never logged, never stored. Behind a proxy
 * of one's own it is the last entry of X-Forwarded-For, the one that this proxy wrote.
 */
export function addressOf(request: IncomingMessage, trustProxy: boolean): string {
  const forwarded = trustProxy ? request.headers["x-forwarded-for"] : undefined;
  const text = Array.isArray(forwarded) ? forwarded.join(",") : forwarded;
  return text?.split(",").at(-1)?.trim() || (request.socket.remoteAddress ?? "unknown");
}
