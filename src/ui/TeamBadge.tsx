import { Users } from "lucide-react";
import "./TeamBadge.css";

/** Who sees what stands here: the team's name with people, on the cool ground of shared space. */
export function TeamBadge({ name }: { readonly name: string }) {
  return (
    <span className="team-badge">
      <Users size={20} strokeWidth={1.75} aria-hidden />
      <span className="team-badge__name">{name}</span>
    </span>
  );
}
