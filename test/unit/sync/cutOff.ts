import { err } from "#base/Result.ts";
import type { LiveLine, Transport } from "#sync/ports/Transport.ts";

/** A way to a server that can be cut: nothing gets through then, and lines that were open close. */
export function cutOff(transportTo: (origin: string) => Transport) {
  let isCut = false;
  const lines = new Set<LiveLine>();
  return {
    to: (origin: string): Transport => {
      const real = transportTo(origin);
      return {
        send: async (order) => (isCut ? err({ type: "Unreachable" }) : real.send(order)),
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
      for (const line of lines) line.close();
      lines.clear();
    },
    mend: () => {
      isCut = false;
    },
  };
}
