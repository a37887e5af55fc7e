import { Check, type LucideIcon } from "lucide-react";
import "./Chip.css";

/** A pill that is on or off. Being on is said by a tick and `aria-pressed`, not by colour alone. */
export function ToggleChip({
  isSelected,
  onChange,
  icon,
  children,
  label,
  isDisabled = false,
}: {
  readonly isSelected: boolean;
  readonly onChange: (isSelected: boolean) => void;
  readonly icon?: LucideIcon | undefined;
  readonly children: string;
  /** Says more than the visible word to a screen reader; must begin with it. */
  readonly label?: string | undefined;
  readonly isDisabled?: boolean;
}) {
  const Icon = isSelected ? Check : icon;
  return (
    <button
      type="button"
      className="chip"
      aria-pressed={isSelected}
      aria-label={label}
      disabled={isDisabled}
      onClick={() => onChange(!isSelected)}
    >
      {Icon && <Icon size={20} strokeWidth={1.75} aria-hidden />}
      <span className="chip__word" data-word={children}>
        {children}
      </span>
    </button>
  );
}
