import type { Duplex } from "node:stream";

/** How many sockets there may be at one time for each key (a device, an address). */
export interface Places {
  /** Gives a socket a place until it closes; false where there is none. */
  readonly take: (key: string, socket: Duplex) => boolean;
}

/** `most` places for each key. */
export function places(most: number): Places {
  const taken = new Map<string, number>();
  const add = (key: string, by: number) => {
    const count = (taken.get(key) ?? 0) + by;
    if (count > 0) taken.set(key, count);
    else taken.delete(key);
  };
  return {
    take: (key, socket) => {
      if ((taken.get(key) ?? 0) >= most) return false;
      add(key, 1);
      socket.once("close", () => add(key, -1));
      return true;
    },
  };
}
