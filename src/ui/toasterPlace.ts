import { type RefObject, useEffect, useLayoutEffect } from "react";

/** What stands at the foot of the screen and must not be covered by messages. */
const standing = new Set<Element>();
const listeners = new Set<() => void>();
const tell = () => {
  for (const listener of listeners) listener();
};

/** Keeps messages from covering this element, for as long as it is on the page. */
export function useClearOfToasts(ref: RefObject<Element | null>): void {
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return;
    standing.add(element);
    tell();
    return () => {
      standing.delete(element);
      tell();
    };
  }, [ref]);
}

/** Where something is on the screen, in CSS pixels. */
export type Box = Pick<DOMRect, "left" | "right" | "top" | "bottom">;

/**
 * How far above the screen's foot the messages stand so that they cover none of `others`; null where
 * nothing is in their way. On a screen too small for both they stay within it.
 */
export function roomBelow(
  toaster: Pick<DOMRect, "left" | "right" | "height">,
  others: readonly Box[],
  screen: { readonly height: number; readonly gap: number },
): number | null {
  let room: number | null = null;
  for (const box of [...others].sort((a, b) => b.bottom - a.bottom)) {
    const foot = screen.height - (room ?? screen.gap);
    const isBeside = box.right <= toaster.left || box.left >= toaster.right;
    const isAway = box.top >= foot + screen.gap || box.bottom <= foot - toaster.height - screen.gap;
    if (isBeside || isAway || box.bottom <= box.top) continue;
    room = screen.height - box.top + screen.gap;
  }
  if (room === null) return null;
  return Math.max(screen.gap, Math.min(room, screen.height - toaster.height - screen.gap));
}

/** Pixels between messages and what they stand clear of. */
const gap = 12;

/** Places the messages, and places them anew when the page is scrolled, turned or drawn differently. */
export function useToasterPlace(ref: RefObject<HTMLElement | null>, isShown: boolean): void {
  useEffect(() => {
    const toaster = ref.current;
    if (!toaster || !isShown) return;
    const place = () => {
      const boxes = [...standing].map((element) => element.getBoundingClientRect());
      const screen = { height: document.documentElement.clientHeight, gap };
      const room = roomBelow(toaster.getBoundingClientRect(), boxes, screen);
      toaster.style.bottom = room === null ? "" : `${room}px`;
    };
    const sizes = new ResizeObserver(place);
    sizes.observe(toaster);
    for (const element of standing) sizes.observe(element);
    window.addEventListener("scroll", place, { passive: true });
    window.addEventListener("resize", place);
    listeners.add(place);
    place();
    return () => {
      sizes.disconnect();
      window.removeEventListener("scroll", place);
      window.removeEventListener("resize", place);
      listeners.delete(place);
    };
  }, [ref, isShown]);
}
