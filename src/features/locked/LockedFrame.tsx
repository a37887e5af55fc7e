import { type ReactNode, useEffect, useRef } from "react";
import "./Locked.css";

/**
 * One screen of the locked app. Its heading takes the focus when the screen changes, unless a field
 * of the screen has it already.
 */
export function LockedFrame({
  title,
  above,
  subtitle,
  isTitleQuiet = false,
  isRoomy = false,
  isFirst = false,
  children,
}: {
  readonly title: string;
  readonly above?: ReactNode;
  readonly subtitle?: ReactNode;
  /** The heading is set small, under a larger name. */
  readonly isTitleQuiet?: boolean;
  readonly isRoomy?: boolean;
  /** What the page opened with: nothing moves the focus. */
  readonly isFirst?: boolean;
  readonly children: ReactNode;
}) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    window.scrollTo(0, 0);
    const held = document.activeElement;
    if (!isFirst && (held === null || held === document.body)) heading.current?.focus();
  }, [isFirst]);
  return (
    <main className={`locked ${isRoomy ? "locked--roomy" : ""}`}>
      {above}
      <h1
        className={`locked__title ${isTitleQuiet ? "locked__title--quiet" : ""}`}
        ref={heading}
        tabIndex={-1}
      >
        {title}
      </h1>
      {subtitle && <p className="locked__subtitle">{subtitle}</p>}
      {children}
    </main>
  );
}
