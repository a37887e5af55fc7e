import type { ReactNode } from "react";
import { Link } from "react-router";
import "./FoldedList.css";

/** What was put aside, folded away at the end of a place. Its items are `FoldedItem`s. */
export function FoldedList({
  summary,
  about,
  children,
}: {
  readonly summary: string;
  readonly about?: string;
  readonly children: ReactNode;
}) {
  return (
    <details className="folded-list">
      <summary className="folded-list__summary">{summary}</summary>
      {about !== undefined && <p className="folded-list__about">{about}</p>}
      <ul className="folded-list__items">{children}</ul>
    </details>
  );
}

/** One thing put aside: its name leads to it, `action` brings it back. */
export function FoldedItem({
  to,
  name,
  when,
  action,
}: {
  readonly to: string;
  readonly name: string;
  readonly when?: string | null;
  readonly action: ReactNode;
}) {
  return (
    <li className="folded-list__item">
      <span>
        <Link className="folded-list__name" to={to}>
          {name}
        </Link>
        {when && <span className="folded-list__about">{when}</span>}
      </span>
      {action}
    </li>
  );
}
