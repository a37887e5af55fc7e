import { ChevronDown } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import type { EntryContent } from "#core/entry/Entry.ts";
import * as m from "#messages";
import type { Workspace } from "./Workspace.ts";
import "./MoreDetails.css";

// Pickers and completion are not needed to start typing; they come when asked for.
const DetailFields = lazy(() =>
  import("./DetailFields.tsx").then((module) => ({ default: module.DetailFields })),
);

const count = (content: EntryContent) =>
  content.tags.length +
  content.roles.length +
  (content.setting.trim() === "" ? 0 : 1) +
  (content.forAppraisal ? 1 : 0);

/** "Add when, where, tags": closed until wanted, so that writing comes first. */
export function MoreDetails({
  workspace,
  content,
  onChange,
}: {
  readonly workspace: Workspace;
  readonly content: EntryContent;
  readonly onChange: (change: Partial<EntryContent>) => void;
}) {
  const [isOpen, setOpen] = useState(false);
  const said = count(content);
  return (
    <details className="more" open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="more__summary">
        <ChevronDown className="more__arrow" size={22} strokeWidth={1.75} aria-hidden />
        {said > 0 ? `${m.notebook_details()} · ${said}` : m.notebook_more()}
      </summary>
      {isOpen && (
        <Suspense fallback={null}>
          <DetailFields workspace={workspace} content={content} onChange={onChange} />
        </Suspense>
      )}
    </details>
  );
}
