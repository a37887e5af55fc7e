import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { Link, type LinkProps } from "react-router";
import type { ButtonVariant } from "./Button.tsx";
import "./Button.css";

/** A link to another place that looks like a button, for "go there" beside "do this". */
export function LinkButton({
  variant = "outline",
  icon: Icon,
  children,
  className = "",
  ...rest
}: LinkProps & {
  readonly variant?: ButtonVariant;
  readonly icon?: LucideIcon | undefined;
  readonly children: ReactNode;
}) {
  return (
    <Link {...rest} className={`button button--${variant} ${className}`}>
      {Icon && <Icon size={24} strokeWidth={1.75} aria-hidden />}
      {children}
    </Link>
  );
}
