import { ChevronDown } from "lucide-react";
import { type ReactNode, useState } from "react";
import * as m from "#messages";
import "./PartFold.css";

/** A part of the draft that stays folded until it is wanted; it says whether something is written in it. */
export function PartFold({
  title,
  about,
  isBegun,
  level,
  children,
}: {
  readonly title: string;
  readonly about?: string;
  readonly isBegun: boolean;
  /** `part` stands on its own; `more` continues the question above it. */
  readonly level: "part" | "more";
  readonly children: ReactNode;
}) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details
      className={`fold fold--${level}`}
      open={isOpen}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary className="fold__summary">
        <span className="fold__words">
          {level === "part" ? <h2 className="fold__title">{title}</h2> : title}
          {about && <span className="fold__about">{about}</span>}
        </span>
        {isBegun && <span className="fold__begun">{m.proposals_part_begun()}</span>}
        <ChevronDown className="fold__arrow" size={24} strokeWidth={1.75} aria-hidden />
      </summary>
      <div className="fold__body">{children}</div>
    </details>
  );
}
