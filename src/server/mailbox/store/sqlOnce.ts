import type { OnceStore } from "./OnceStore.ts";
import { blob, type SqlDatabase } from "./SqlDatabase.ts";

/** Tickets and nonces that several nodes share, in statements that both databases run. */
export function sqlOnce({ run }: SqlDatabase): OnceStore {
  return {
    spendNonce: async (nonce, until) => {
      const spent = await run(
        "insert into nonces (nonce, until) values ($1, $2) on conflict (nonce) do nothing returning nonce",
        nonce,
        until,
      );
      return spent.length > 0;
    },

    putTicket: async (ticketHash, device, until) => {
      await run(
        "insert into tickets (ticket, device, until) values ($1, $2, $3)",
        ticketHash,
        device,
        until,
      );
    },

    takeTicket: async (ticketHash, now) => {
      const [row] = await run(
        "delete from tickets where ticket = $1 and until >= $2 returning device",
        ticketHash,
        now,
      );
      return row ? blob(row, "device") : null;
    },
  };
}
