/** How long before an idle lock the person is asked whether they are still there (WCAG 2.2.1). */
export const warningMilliseconds = 20_000;
/** How long no tab may be on screen before the journal locks. */
export const hiddenMilliseconds = 30_000;

/** When somebody was last seen, all tabs counted. Times are milliseconds of the device's clock. */
export interface Presence {
  readonly now: number;
  readonly lastActive: number;
  /** Since when no tab is on screen; null while one is. */
  readonly hiddenSince: number | null;
  readonly idleMilliseconds: number;
}

export type LockDecision =
  | { readonly type: "stay"; readonly lookAgainIn: number }
  | { readonly type: "warn"; readonly lockAt: number }
  | { readonly type: "lock" };

/** Whether an open journal stays open. A clock that went backwards counts as just now. */
export function lockDecision({
  now,
  lastActive,
  hiddenSince,
  idleMilliseconds,
}: Presence): LockDecision {
  const lockAt = Math.min(lastActive, now) + idleMilliseconds;
  const hideAt =
    hiddenSince === null
      ? Number.POSITIVE_INFINITY
      : Math.min(hiddenSince, now) + hiddenMilliseconds;
  if (now >= lockAt || now >= hideAt) return { type: "lock" };
  const warnAt = lockAt - warningMilliseconds;
  if (now >= warnAt) return { type: "warn", lockAt };
  return { type: "stay", lookAgainIn: Math.min(warnAt, hideAt) - now };
}
