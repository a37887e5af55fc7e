import { err } from "#base/Result.ts";
import type { LiveLine, Transport } from "#sync/ports/Transport.ts";

/** A way to a server that can be cut: nothing gets through then, and lines that were open close. */
export function cutOff(transportTo: (origin: string) => Transport) {
  let isCut = false;
  let refused = 0;
  const lines = new Set<LiveLine>();
  return {
    to: (origin: string): Transport => {
      const real = transportTo(origin);
      return {
        send: async (order) => {
          if (!isCut) return real.send(order);
          refused += 1;
          return err({ type: "Unreachable" });
        },
        live: (path, listener) => {
          const line = real.live(path, listener);
          if (isCut) line.close();
          else lines.add(line);
          return line;
        },
      };
    },
    cut: () => {
      isCut = true;
      refused = 0;
      for (const line of lines) line.close();
      lines.clear();
    },
    mend: () => {
      isCut = false;
    },
    /** How many requests did not get through since it was cut last. */
    refused: () => refused,
  };
}
