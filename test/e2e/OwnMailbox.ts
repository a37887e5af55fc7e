/** The app and its mailbox in processes of a test's own, that can be killed and started again on the same data. */
export interface OwnMailbox {
  /** What it is, in words. */
  readonly name: string;
  /** Where its database stands; null where that is not ours to look at. */
  readonly folder: string | null;
  /** All that it wrote to its log, every time it ran. */
  readonly said: () => string;
  /** Ends it without any warning. */
  readonly kill: () => Promise<void>;
  readonly restart: () => Promise<void>;
  /** Ends it for good and removes its data. */
  readonly remove: () => Promise<void>;
}
