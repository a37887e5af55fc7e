import type { Clock } from "#base/Clock.ts";
import type { Random } from "#base/Random.ts";
import type { Timers, Transport } from "#sync/ports/Transport.ts";
import type { OpenedVault } from "#vault/createVault.ts";

/** What the spaces of an open journal are worked on with. */
export interface SpaceParts {
  readonly opened: OpenedVault;
  readonly clock: Clock;
  readonly random: Random;
  readonly timers: Timers;
  readonly transportTo: (origin: string) => Transport;
  /** Whether this tab exchanges; another does it where not, and this one only shows [L1]. */
  readonly isLeading: boolean;
  /** Whether this tab is in sight: what waits for the server is then tried sooner [L2]. */
  readonly isInSight: () => boolean;
  /** Tells the other tabs of this journal that its spaces have changed. */
  readonly tellTabs: () => void;
}
