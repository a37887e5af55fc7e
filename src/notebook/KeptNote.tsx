import { CircleCheck } from "lucide-react";
import { Link } from "react-router";
import type { EntryId } from "#core/identifiers.ts";
import * as m from "#messages";
import "./KeptNote.css";

/** "Kept on this device", said aloud when it becomes so, with the way to what was kept. Null says nothing. */
export function KeptNote({ kept }: { readonly kept: EntryId | null }) {
  return (
    <div role="status" className="kept-note">
      {kept && (
        // A fresh element for each entry, so that it is said again.
        <p key={kept} className="kept-note__words">
          <CircleCheck size={22} strokeWidth={1.75} aria-hidden />
          {m.notebook_kept()} <Link to={`/journal/${kept}`}>{m.notebook_open_kept()}</Link>
        </p>
      )}
    </div>
  );
}
