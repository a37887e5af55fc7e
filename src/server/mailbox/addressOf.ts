import type { IncomingMessage } from "node:http";
import { isIPv6 } from "node:net";

/** Of an IPv6 address its first 64 bits: everybody who has one has all that begin so. */
function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, "");
  if (!isIPv6(plain)) return plain;
  const [start = [], end = []] = plain.split("::").map((part) => part.split(":").filter(Boolean));
  const between = Array.from({ length: Math.max(0, 8 - start.length - end.length) }, () => "0");
  const groups = [...start, ...between, ...end].slice(0, 4);
  return `${groups.map((group) => group.toLowerCase()).join(":")}::/64`;
}

/**
 * The address that a request came from (of IPv6, its network), for counting only: never logged, never
 * stored. Behind a proxy of one's own it is the last entry of X-Forwarded-For, the one that this proxy
 * wrote.
 */
export function addressOf(request: IncomingMessage, trustProxy: boolean): string {
  const forwarded = trustProxy ? request.headers["x-forwarded-for"] : undefined;
  const text = Array.isArray(forwarded) ? forwarded.join(",") : forwarded;
  const named = text?.split(",").at(-1)?.trim();
  return networkOf(named || (request.socket.remoteAddress ?? "unknown"));
}
