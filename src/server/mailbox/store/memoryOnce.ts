import type { OnceStore } from "./OnceStore.ts";

const keyOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString("base64");

/** Nonces and tickets of the only process there is: a window of minutes needs no disk. */
export function memoryOnce(): OnceStore & { readonly sweep: (now: number) => void } {
  const nonces = new Map<string, number>();
  const tickets = new Map<string, { readonly device: Uint8Array; readonly until: number }>();
  return {
    spendNonce: async (nonce, until) => {
      const key = keyOf(nonce);
      if (nonces.has(key)) return false;
      nonces.set(key, until);
      return true;
    },
    putTicket: async (ticketHash, device, until) => {
      tickets.set(keyOf(ticketHash), { device, until });
    },
    takeTicket: async (ticketHash, now) => {
      const key = keyOf(ticketHash);
      const ticket = tickets.get(key);
      tickets.delete(key);
      return ticket && ticket.until >= now ? ticket.device : null;
    },
    sweep: (now) => {
      for (const [key, until] of nonces) if (until < now) nonces.delete(key);
      for (const [key, { until }] of tickets) if (until < now) tickets.delete(key);
    },
  };
}
