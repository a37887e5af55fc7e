import { Link } from "react-router";
import * as m from "#messages";
import { useReading } from "./useReading.ts";
import type { Workspace } from "./Workspace.ts";
import "./SetAsideNote.css";

/** One quiet line where something of this journal could not be opened; nothing where all is well. */
export function SetAsideNote({ workspace }: { readonly workspace: Workspace }) {
  const { data } = useReading(workspace, ["readiness"], (reader) => reader.readiness());
  const count = data?.unreadable ?? 0;
  if (count === 0) return null;
  return (
    <p className="set-aside-note">
      {m.notebook_set_aside({ count })}{" "}
      <Link className="set-aside-note__way" to="/settings">
        {m.notebook_set_aside_see()}
      </Link>
    </p>
  );
}
