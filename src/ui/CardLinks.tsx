import type { LucideIcon } from "lucide-react";
import type { ComponentProps, ReactNode } from "react";
import { Link } from "react-router";
import "./Card.css";
import "./CardLinks.css";

/** A list of cards that each lead somewhere. */
export function CardLinks(props: Pick<ComponentProps<"ul">, "children" | "ref">) {
  return <ul {...props} className="card-links" />;
}

/** A card whose whole face is a link, under its title. */
export function CardLink({
  to,
  title,
  icon: Icon,
  tone = "plain",
  children,
}: {
  readonly to: string;
  readonly title: string;
  readonly icon?: LucideIcon;
  /** `recur` is only for what keeps coming back. */
  readonly tone?: "plain" | "recur";
  readonly children: ReactNode;
}) {
  return (
    <li>
      <Link className={`card card--${tone} card-link`} to={to}>
        <span className="card-link__title">
          {Icon && <Icon className="card-link__icon" size={24} strokeWidth={1.75} aria-hidden />}
          {title}
        </span>
        {children}
      </Link>
    </li>
  );
}
