import type { ComponentProps } from "react";
import "./Chip.css";

/** Chips side by side, eight pixels apart, wrapping. Give it `role="group"` and a label where they belong together. */
export function ChipRow({ className = "", ...rest }: ComponentProps<"div">) {
  return <div {...rest} className={`chip-row ${className}`} />;
}
