import { type RefObject, useLayoutEffect } from "react";

/** The largest part of the screen's height that the bar may cover. */
const mostCovered = 0.25;

/**
 * Tells the page, as `--bar-room`, how high the bar of places is while it stands at the foot of the
 * screen: one row or two, as large as the letters are; nothing while it is a rail or does not stand. One that
 * would cover too much is marked, and then does not stand.
 */
export function useBarRoom(ref: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const bar = ref.current;
    if (!bar) return;
    const root = document.documentElement;
    const measure = () => {
      const { height } = bar.getBoundingClientRect();
      // With very large letters it is higher than wide, and a row all the same.
      const isRow = getComputedStyle(bar).flexDirection === "row";
      bar.toggleAttribute("data-too-high", isRow && height > window.innerHeight * mostCovered);
      const stands = getComputedStyle(bar).position === "sticky" && isRow;
      root.style.setProperty("--bar-room", stands ? `${height}px` : "0px");
    };
    measure();
    const sizes = new ResizeObserver(measure);
    sizes.observe(bar);
    window.addEventListener("resize", measure);
    return () => {
      sizes.disconnect();
      window.removeEventListener("resize", measure);
      root.style.removeProperty("--bar-room");
    };
  }, [ref]);
}
