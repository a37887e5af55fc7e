import { Ellipsis, type LucideIcon } from "lucide-react";
import { useRef } from "react";
import { Button as AriaButton } from "react-aria-components/Button";
import { Menu as AriaMenu, MenuItem, MenuTrigger } from "react-aria-components/Menu";
import { Popover } from "react-aria-components/Popover";
import "./Button.css";
import "./Menu.css";

export interface MenuAction {
  readonly id: string;
  readonly label: string;
  readonly icon?: LucideIcon | undefined;
  readonly onAction: () => void;
  readonly isDanger?: boolean | undefined;
  readonly isDisabled?: boolean | undefined;
}

/** A button that opens a list of further actions, with the keys people expect of a menu. */
export function Menu({
  label,
  spokenLabel = label,
  icon: Icon = Ellipsis,
  items,
  variant = "quiet",
}: {
  readonly label: string;
  /** Where several stand on a page: which one, for those who hear it without its surroundings. Begins with `label`. */
  readonly spokenLabel?: string;
  readonly icon?: LucideIcon;
  readonly items: readonly MenuAction[];
  readonly variant?: "quiet" | "outline";
}) {
  const trigger = useRef<HTMLButtonElement>(null);
  // First, so that a dialog which the action opens gives the focus back to what stays on the page.
  const act = (onAction: () => void) => {
    trigger.current?.focus({ preventScroll: true });
    onAction();
  };
  return (
    <MenuTrigger>
      <AriaButton ref={trigger} className={`button button--${variant}`} aria-label={spokenLabel}>
        <Icon size={24} strokeWidth={1.75} aria-hidden />
        {label}
      </AriaButton>
      {/* Not modal: the modal form writes a style element on iPad, which the page's policy forbids. */}
      <Popover className="menu" isNonModal>
        <AriaMenu className="menu__items" aria-label={spokenLabel}>
          {items.map(({ icon: ItemIcon, ...item }) => (
            <MenuItem
              key={item.id}
              id={item.id}
              textValue={item.label}
              isDisabled={item.isDisabled ?? false}
              onAction={() => act(item.onAction)}
              className={`menu__item ${item.isDanger ? "menu__item--danger" : ""}`}
            >
              {ItemIcon && <ItemIcon size={24} strokeWidth={1.75} aria-hidden />}
              {item.label}
            </MenuItem>
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}
