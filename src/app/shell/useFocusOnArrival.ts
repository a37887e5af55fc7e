import { useEffect, useRef } from "react";
import { useLocation } from "react-router";
import { announce } from "#ui/announce.ts";

/**
 * Moves the focus to the heading of a place that was just entered, so that a screen reader says
 * where one is. A field of the place that took the focus itself keeps it; the first place after
 * unlocking is announced the same way.
 */
export function useFocusOnArrival(): void {
  const { pathname } = useLocation();
  const arrivedAt = useRef<string | null>(null);
  useEffect(() => {
    if (arrivedAt.current === pathname) return;
    arrivedAt.current = pathname;
    // What was said of the place before is not true of this one.
    announce("");
    const place = document.getElementById("place");
    const held = document.activeElement;
    const isFieldOfPlace =
      place?.contains(held) && held?.matches("input, textarea, select, [contenteditable]");
    if (!isFieldOfPlace) place?.querySelector<HTMLElement>("h1")?.focus({ preventScroll: true });
  }, [pathname]);
}
