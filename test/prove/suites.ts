import { cutBackups } from "./cutBackups.ts";
import { flippedBits } from "./flippedBits.ts";
import { fourTabs } from "./fourTabs.ts";
import { fullStorage } from "./fullStorage.ts";
import { hostileServer } from "./hostileServer.ts";
import { movedClock } from "./movedClock.ts";
import type { Suite } from "./Suite.ts";
import { wrongUnlocks } from "./wrongUnlocks.ts";

/** Suites over the real vault, keys and formats, with storage in memory (it passes the same contract as the browser's). */
export const vaultSuites: readonly Suite[] = [
  flippedBits,
  fullStorage,
  fourTabs,
  movedClock,
  wrongUnlocks,
  cutBackups,
  hostileServer,
];
