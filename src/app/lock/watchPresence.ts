import type { Clock } from "#base/Clock.ts";
import { coverPage, uncoverPage } from "./coverPage.ts";
import { type LockDecision, lockDecision } from "./lockDecision.ts";
import type { TabLine } from "./TabNews.ts";

/** How often a tab on screen says so, and how often a sleeping device is noticed at the latest. */
const heartbeat = 10_000;
/** A page on screen that has not come to run for this long was asleep, with the device. */
const asleep = 40_000;
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
 * Watches over an open journal: activity in any tab counts, being hidden hides the words at once, a
 * device that slept is locked, and `decide` hears when to warn, to stay after all, or to lock. Returns a way to stop.
 */
export function watchPresence({
  clock,
  tabs,
  idleMilliseconds,
  coversOnBlur = () => false,
  decide,
}: {
  readonly clock: Clock;
  readonly tabs: TabLine;
  readonly idleMilliseconds: number;
  /** Whether the words are hidden as soon as another app or window is in front: task switchers take their picture then. */
  readonly coversOnBlur?: () => boolean;
  readonly decide: (decision: LockDecision) => void;
}): () => void {
  let lastActive: number = clock.now();
  let lastTold = Number.NEGATIVE_INFINITY;
  let hiddenSince: number | null = document.hidden ? clock.now() : null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let last: LockDecision["type"] = "stay";
  /** When this page last ran while on screen; null while it is not, where browsers let timers wait. */
  let awake: number | null = document.hidden ? null : clock.now();

  const look = () => {
    clearTimeout(timer);
    const now = clock.now();
    const slept = awake !== null && now - awake >= asleep;
    awake = document.hidden ? null : now;
    if (slept && last !== "lock") {
      last = "lock";
      coverPage();
      decide({ type: "lock" });
    }
    if (last === "lock") return;
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
  const active = ({ type }: Event) => {
    const now = clock.now();
    // Waking a device that slept past its time is no sign of life: look first.
    if (last !== "warn" && now - lastActive > tellEvery) look();
    if (last === "lock") return;
    // Some browsers do not say that the window has the focus again. Moving over it is not yet coming back.
    if (!document.hidden && (type === "pointerdown" || type === "keydown")) uncoverPage();
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
      awake = null;
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
  const blurred = () => {
    if (coversOnBlur()) coverPage();
  };
  const focused = () => {
    if (!document.hidden && last !== "lock") uncoverPage();
  };
  const beat = setInterval(() => {
    if (awake !== null) look();
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
  window.addEventListener("blur", blurred);
  window.addEventListener("focus", focused);
  look();
  return () => {
    clearTimeout(timer);
    clearInterval(beat);
    stopHearing();
    for (const sign of signsOfLife) window.removeEventListener(sign, active, { capture: true });
    document.removeEventListener("visibilitychange", turned);
    window.removeEventListener("blur", blurred);
    window.removeEventListener("focus", focused);
  };
}
