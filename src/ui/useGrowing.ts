import { type RefObject, useLayoutEffect } from "react";

const growsByItself = () => CSS.supports("field-sizing", "content");

/** Keeps a text area as tall as its `value` where CSS cannot (`field-sizing`); `edges` is the height of its borders in pixels. */
export function useGrowing(
  area: RefObject<HTMLTextAreaElement | null>,
  value: string,
  edges: number,
): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the height follows the value
  useLayoutEffect(() => {
    const box = area.current;
    if (!box || growsByItself()) return;
    box.style.height = "auto";
    box.style.height = `${box.scrollHeight + edges}px`;
  }, [area, value, edges]);
}
