import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import "./Chip.css";

/** A word in a pill that says something and does nothing. `soft` stands out as chosen or found. */
export function Chip({
  icon: Icon,
  isSoft = false,
  children,
}: {
  readonly icon?: LucideIcon | undefined;
  readonly isSoft?: boolean;
  readonly children: ReactNode;
}) {
  return (
    <span className={`chip ${isSoft ? "chip--soft" : ""}`}>
      {Icon && <Icon size={20} strokeWidth={1.75} aria-hidden />}
      {children}
    </span>
  );
}
