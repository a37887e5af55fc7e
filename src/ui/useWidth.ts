import { type RefObject, useLayoutEffect, useRef, useState } from "react";

/** An element's width and the height of its letters, in CSS pixels, kept up to date; 0 before it is drawn. */
export function useWidth<E extends Element>(): {
  readonly ref: RefObject<E | null>;
  readonly width: number;
  readonly em: number;
} {
  const ref = useRef<E>(null);
  const [size, setSize] = useState({ width: 0, em: 16 });
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return;
    const measure = () =>
      setSize({
        width: element.getBoundingClientRect().width,
        em: Number.parseFloat(getComputedStyle(element).fontSize),
      });
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return { ref, ...size };
}
