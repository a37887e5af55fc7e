import type { Clock } from "#base/Clock.ts";
import { coverPage, uncoverPage } from "./coverPage.ts";
import { type LockDecision, lockDecision } from "./lockDecision.ts";
import type { TabLine } from "./TabNews.ts";

/** How often a tab on screen says so, and how often a sleeping device is noticed at the latest. */
const heartbeat = 10_000;
/** Activity is told to other tabs at most this often. */
const tellEvery = 1000;
const signsOfLife = [
  "pointerdown",
  "pointermove",
  "keydown",
  "wheel",
  "touchstart",
  "input",
] as const;

/**
 * Watches over an open journal: activity in any tab counts, being hidden hides the words at once,
 * and `decide` hears when to warn, to stay after all, or to lock. Returns a way to stop.
 */
export function watchPresence({
  clock,
  tabs,
  idleMilliseconds,
  decide,
}: {
  readonly clock: Clock;
  readonly tabs: TabLine;
  readonly idleMilliseconds: number;
  readonly decide: (decision: LockDecision) => void;
}): () => void {
  let lastActive: number = clock.now();
  let lastTold = Number.NEGATIVE_INFINITY;
  let hiddenSince: number | null = document.hidden ? clock.now() : null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let last: LockDecision["type"] = "stay";

  const look = () => {
    clearTimeout(timer);
    const now = clock.now();
    // Where the clock was set back, what was seen by the old one counts as just now, and only once.
    lastActive = Math.min(lastActive, now);
    if (hiddenSince !== null) hiddenSince = Math.min(hiddenSince, now);
    const decision = lockDecision({ now, lastActive, hiddenSince, idleMilliseconds });
    if (decision.type !== last) decide(decision);
    last = decision.type;
    if (decision.type === "lock") return;
    const wait = decision.type === "warn" ? decision.lockAt - now : decision.lookAgainIn;
    timer = setTimeout(look, Math.min(wait, heartbeat));
  };
  const active = () => {
    const now = clock.now();
    // Waking a device that slept past its time is no sign of life: look first.
    if (last !== "warn" && now - lastActive > tellEvery) look();
    if (last === "lock") return;
    lastActive = now;
    if (now < lastTold || now - lastTold >= tellEvery) {
      lastTold = now;
      tabs.tell({ type: "active" });
    }
    if (last === "warn") look();
  };
  const turned = () => {
    if (document.hidden) {
      hiddenSince = clock.now();
      coverPage();
      look();
      return;
    }
    look();
    if (last === "lock") return;
    hiddenSince = null;
    tabs.tell({ type: "onScreen" });
    uncoverPage();
    look();
  };
  const beat = setInterval(() => {
    if (!document.hidden) tabs.tell({ type: "onScreen" });
  }, heartbeat);
  const stopHearing = tabs.hear((news) => {
    const now = clock.now();
    if (news.type === "active") lastActive = now;
    if (news.type === "lock") return;
    if (hiddenSince !== null) hiddenSince = now;
    look();
  });

  for (const sign of signsOfLife) {
    window.addEventListener(sign, active, { passive: true, capture: true });
  }
  document.addEventListener("visibilitychange", turned);
  look();
  return () => {
    clearTimeout(timer);
    clearInterval(beat);
    stopHearing();
    for (const sign of signsOfLife) window.removeEventListener(sign, active, { capture: true });
    document.removeEventListener("visibilitychange", turned);
  };
}
