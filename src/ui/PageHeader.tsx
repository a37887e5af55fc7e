import { type ReactNode, useEffect, useLayoutEffect, useRef } from "react";
import * as m from "#messages";
import { OfflineChip } from "./OfflineChip.tsx";
import { PrivacyBadge } from "./PrivacyBadge.tsx";
import { TeamBadge } from "./TeamBadge.tsx";
import "./PageHeader.css";

/** The heading that was just taken off the page held the focus: the one in its place takes it over. */
let isFocusHandedOn = false;

/**
 * The top of a place: its one h1 and the sign of whom it is visible to. `title` may hold a person's
 * words; `pageName` goes into the browser's title, history and task switcher and must not: it names
 * the place only ("Journal", "Theme"). `sharedWith` names the team that sees what stands here.
 */
export function PageHeader({
  title,
  pageName,
  eyebrow,
  actions,
  sharedWith,
}: {
  readonly title: ReactNode;
  readonly pageName: string;
  readonly eyebrow?: ReactNode;
  readonly actions?: ReactNode;
  readonly sharedWith?: string | undefined;
}) {
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    const element = heading.current;
    if (isFocusHandedOn && document.activeElement === document.body) {
      element?.focus({ preventScroll: true });
    }
    isFocusHandedOn = false;
    return () => {
      isFocusHandedOn = document.activeElement === element;
    };
  }, []);
  useEffect(() => {
    document.title = `${pageName} · ${m.common_app_name()}`;
  }, [pageName]);
  return (
    <header className="page-header">
      <div className="page-header__words">
        {eyebrow && <p className="page-header__eyebrow">{eyebrow}</p>}
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
      </div>
      <div className="page-header__badge">
        <OfflineChip />
        {sharedWith === undefined ? <PrivacyBadge /> : <TeamBadge name={sharedWith} />}
      </div>
      {actions && <div className="page-header__actions">{actions}</div>}
    </header>
  );
}
