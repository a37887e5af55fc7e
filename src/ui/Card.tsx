import type { ComponentProps } from "react";
import "./Card.css";

/** A raised surface. `recur` is only for what keeps coming back, `team` only for what others can see. */
export function Card({
  tone = "plain",
  className = "",
  ...rest
}: ComponentProps<"section"> & { readonly tone?: "plain" | "recur" | "team" }) {
  return <section {...rest} className={`card card--${tone} ${className}`} />;
}
