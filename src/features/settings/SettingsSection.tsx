import { type ReactNode, useId } from "react";
import "./Settings.css";

/** One subject of Settings under its own heading. */
export function SettingsSection({
  title,
  anchor,
  children,
}: {
  readonly title: string;
  /** Its name in addresses, where other places lead to it. */
  readonly anchor?: string;
  readonly children: ReactNode;
}) {
  const id = useId();
  return (
    <section className="settings__section" id={anchor} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  );
}
