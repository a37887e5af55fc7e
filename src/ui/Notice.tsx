import { CircleAlert, CircleCheck, Info } from "lucide-react";
import type { ReactNode } from "react";
import "./Notice.css";

const icons = { info: Info, ok: CircleCheck, danger: CircleAlert } as const;

/** Something worth knowing where it matters. `danger` is read out at once; it says what is safe before what failed. */
export function Notice({
  tone = "info",
  children,
  actions,
}: {
  readonly tone?: "info" | "ok" | "danger";
  readonly children: ReactNode;
  readonly actions?: ReactNode;
}) {
  const Icon = icons[tone];
  return (
    <div className={`notice notice--${tone}`} role={tone === "danger" ? "alert" : undefined}>
      <Icon className="notice__icon" size={24} strokeWidth={1.75} aria-hidden />
      <div className="notice__body">
        <div>{children}</div>
        {actions && <div className="notice__actions">{actions}</div>}
      </div>
    </div>
  );
}
