import { type RefObject, useLayoutEffect } from "react";

/**
 * Tells the page, as `--bar-room`, how high the bar of places is while it stands at the foot of the
 * screen: one row or two, as large as the letters are; nothing while it is a rail or does not stand.
 */
export function useBarRoom(ref: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const bar = ref.current;
    if (!bar) return;
    const root = document.documentElement;
    const measure = () => {
      const { width, height } = bar.getBoundingClientRect();
      const stands = getComputedStyle(bar).position === "sticky" && width > height;
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
