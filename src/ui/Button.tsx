import type { LucideIcon } from "lucide-react";
import type { ComponentProps, ReactNode } from "react";
import "./Button.css";

/** How loud a button is: one `main` per view, `outline` beside it, `quiet` for the rest, `danger` for what cannot be taken back. */
export type ButtonVariant = "main" | "outline" | "quiet" | "danger";

export interface ButtonProps extends Omit<ComponentProps<"button">, "onClick" | "disabled"> {
  readonly variant?: ButtonVariant;
  /** A lucide icon shown before the word. */
  readonly icon?: LucideIcon | undefined;
  readonly children: ReactNode;
  readonly onPress?: (() => void) | undefined;
  readonly isDisabled?: boolean | undefined;
  /** Work is under way: presses are ignored, the focus stays. */
  readonly isPending?: boolean | undefined;
  /** Fills the width of its place. */
  readonly isWide?: boolean | undefined;
}

/** A native button with the kit's look; a press is a click, a tap, Enter or Space. */
export function Button({
  variant = "outline",
  icon: Icon,
  children,
  onPress,
  isDisabled = false,
  isPending = false,
  isWide = false,
  className = "",
  type = "button",
  ...rest
}: ButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      className={`button button--${variant} ${isWide ? "button--wide" : ""} ${className}`}
      disabled={isDisabled}
      aria-disabled={isPending || undefined}
      onClick={(event) => {
        if (isPending) event.preventDefault();
        else onPress?.();
      }}
    >
      {Icon && <Icon size={24} strokeWidth={1.75} aria-hidden />}
      {children}
    </button>
  );
}
