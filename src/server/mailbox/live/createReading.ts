import type { WebSocket } from "ws";

/** Reads a socket no faster than what it brings is dealt with; what it sends meanwhile waits on its side. */
export interface Reading {
  /** Counts so many bytes as not dealt with until the work is done. */
  readonly during: <T>(bytes: number, work: Promise<T>) => Promise<T>;
}

/** Nothing is read while `most` bytes, or more, are under way. */
export function createReading(socket: Pick<WebSocket, "pause" | "resume">, most: number): Reading {
  let underWay = 0;
  return {
    during: async (bytes, work) => {
      underWay += bytes;
      if (underWay >= most) socket.pause();
      try {
        return await work;
      } finally {
        underWay -= bytes;
        if (underWay < most) socket.resume();
      }
    },
  };
}
