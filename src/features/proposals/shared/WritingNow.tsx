import { type ReactNode, useEffect, useRef } from "react";
import type { MemberId, SharedId } from "#core/space/identifiers.ts";
import type { Space } from "#core/space/Spaces.ts";
import * as m from "#messages";
import { proposalWords } from "#notebook/proposalWords.ts";
import { useSpaces } from "#notebook/useSpaces.ts";
import type { Workspace } from "#notebook/Workspace.ts";
import "./SharePage.css";

/** How often this device says where it is: milliseconds. It is forgotten after twice that. */
const sayEvery = 15_000;

/** The name of a part as its question asks, or null for none of them. */
function partName(part: string | null): string | null {
  const { parts } = proposalWords();
  return Object.entries(parts).find(([key]) => key === part)?.[1] ?? null;
}

/** Says to the others which part is being written in here, and shows where they are. */
export function WritingNow({
  workspace,
  space,
  record,
  nameOf,
  children,
}: {
  readonly workspace: Workspace;
  readonly space: Space;
  readonly record: SharedId;
  readonly nameOf: (member: MemberId) => string;
  readonly children: ReactNode;
}) {
  const page = useRef<HTMLDivElement>(null);
  const { data: here = [] } = useSpaces(workspace, ["presence", space.id], (spaces) =>
    spaces.presence(space.id),
  );
  useEffect(() => {
    let part: string | null = null;
    const say = () => void workspace.spaces.here(space.id, { record, part });
    const moved = ({ target }: FocusEvent) => {
      const at = target instanceof Element ? target.closest<HTMLElement>("[data-part]") : null;
      const next = at?.dataset.part ?? null;
      if (next === part) return;
      part = next;
      say();
    };
    const element = page.current;
    element?.addEventListener("focusin", moved);
    say();
    const timer = setInterval(say, sayEvery);
    return () => {
      element?.removeEventListener("focusin", moved);
      clearInterval(timer);
      void workspace.spaces.here(space.id, null);
    };
  }, [workspace, space.id, record]);
  const others = here.filter((each) => each.record === record && each.member !== space.me);
  return (
    <div ref={page}>
      <div role="status">
        {others.map((each) => {
          const name = partName(each.part);
          return (
            <p key={each.member} className="shared-authors">
              {name === null
                ? m.sharing_here({ who: nameOf(each.member) })
                : m.sharing_writing({ who: nameOf(each.member), part: name })}
            </p>
          );
        })}
      </div>
      {children}
    </div>
  );
}
