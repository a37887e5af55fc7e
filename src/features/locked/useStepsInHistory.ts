import { useCallback, useEffect, useRef, useState } from "react";

/** Ways through screens that follow each other. */
export interface Steps<Screen> {
  /** One screen on. */
  readonly next: (screen: Screen) => void;
  /** As the browser's Back: one screen back, with everything as it was. */
  readonly back: () => void;
  /** Another screen instead of this one. */
  readonly replace: (screen: Screen) => void;
  /** What was done cannot be gone back behind: Back shows `screen` too, until it leaves the app. */
  readonly settle: (screen: Screen) => void;
  /** After what was done failed: `screen` is the one after the first again. */
  readonly restart: (screen: Screen) => Promise<void>;
  /** Resolves once the browser's history is as it was before the first step. */
  readonly unwind: () => Promise<void>;
}

/** The ways of one screen that has steps of its own: `screenOf` names the whole. */
export const stepsWithin = <Screen, Step>(
  { next, back, replace, settle, restart, unwind }: Steps<Screen>,
  screenOf: (step: Step) => Screen,
): Steps<Step> => ({
  next: (step) => next(screenOf(step)),
  back,
  replace: (step) => replace(screenOf(step)),
  settle: (step) => settle(screenOf(step)),
  restart: (step) => restart(screenOf(step)),
  unwind,
});

/** The name under which `history.state` keeps how far a screen is from the first; nothing else of it is kept there. */
const placeName = "lockedStep";

const placeNow = (): number | null => {
  const place: unknown = window.history.state?.[placeName];
  return typeof place === "number" ? place : null;
};
const stateAt = (place: number) => ({ ...window.history.state, [placeName]: place });

function forget<Screen>(trail: Map<number, Screen>, after: number) {
  for (const place of [...trail.keys()]) if (place > after) trail.delete(place);
}

/**
 * Screens that follow each other, each an entry of the browser's history: a phone's Back goes one
 * step back and never out of a journal that is being started. The screens themselves stay in memory.
 */
export function useStepsInHistory<Screen>(
  first: Screen,
): readonly [screen: Screen, steps: Steps<Screen>] {
  const [opening] = useState(first);
  const [screen, setScreen] = useState(first);
  const trail = useRef(new Map<number, Screen>());
  const start = useRef(0);

  useEffect(() => {
    const { current: screens } = trail;
    start.current = placeNow() ?? 0;
    screens.set(start.current, opening);
    window.history.replaceState(stateAt(start.current), "");
    const moved = () => {
      const place = placeNow();
      // Where a reload forgot the way, it begins again.
      if (place === null) return;
      // What the steps held is dropped with the first screen: Forward cannot bring it back.
      if (place === start.current) forget(screens, place);
      setScreen(screens.get(place) ?? opening);
    };
    window.addEventListener("popstate", moved);
    return () => window.removeEventListener("popstate", moved);
  }, [opening]);

  const replace = useCallback((to: Screen) => {
    trail.current.set(placeNow() ?? start.current, to);
    setScreen(to);
  }, []);
  const next = useCallback((to: Screen) => {
    const place = (placeNow() ?? start.current) + 1;
    forget(trail.current, place);
    trail.current.set(place, to);
    window.history.pushState(stateAt(place), "");
    setScreen(to);
  }, []);
  const back = useCallback(() => window.history.back(), []);
  const settle = useCallback((to: Screen) => {
    for (const place of trail.current.keys()) trail.current.set(place, to);
    setScreen(to);
  }, []);
  const unwind = useCallback(async () => {
    const place = placeNow() ?? start.current;
    const shown = trail.current.get(place);
    if (place <= start.current || shown === undefined) return;
    settle(shown);
    const arrived = new Promise((resolve) =>
      window.addEventListener("popstate", resolve, { once: true }),
    );
    window.history.go(start.current - place);
    await arrived;
  }, [settle]);
  const restart = useCallback(
    async (to: Screen) => {
      await unwind();
      trail.current.clear();
      trail.current.set(start.current, opening);
      next(to);
    },
    [unwind, next, opening],
  );
  return [screen, { next, back, replace, settle, restart, unwind }];
}
