import { type ReactNode, useEffect, useRef } from "react";
import type { MemberId, SharedId } from "#core/space/identifiers.ts";
import type { Space } from "#core/space/Space.ts";
import * as m from "#messages";
import { useSpaces } from "#notebook/useSpaces.ts";
import type { Workspace } from "#notebook/Workspace.ts";
import { partHeading } from "./partHeading.ts";
import "./SharePage.css";

/** How often this device says where it is: milliseconds. It is forgotten after twice that. */
const sayEvery = 15_000;

/**
 * Says to the others which part is being written in here, and shows where they are. Writing ends with
 * the last letter: a page left open with the caret in a field is only looked at.
 */
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
  const { data: here = [], refetch } = useSpaces(workspace, ["presence", space.id], (spaces) =>
    spaces.presence(space.id),
  );
  useEffect(() => {
    let part: string | null = null;
    let wroteAt = workspace.clock.now();
    const say = () => void workspace.spaces.here(space.id, { record, part });
    const wrote = ({ target }: Event) => {
      const at = target instanceof Element ? target.closest<HTMLElement>("[data-part]") : null;
      const next = at?.dataset.part ?? null;
      wroteAt = workspace.clock.now();
      if (next === part) return;
      part = next;
      say();
    };
    const sayAgain = () => {
      if (workspace.clock.now() - wroteAt >= sayEvery) part = null;
      say();
      // Who went without a word is forgotten by time alone: no news tells of it.
      void refetch();
    };
    const element = page.current;
    element?.addEventListener("input", wrote);
    say();
    const timer = setInterval(sayAgain, sayEvery);
    return () => {
      element?.removeEventListener("input", wrote);
      clearInterval(timer);
      void workspace.spaces.here(space.id, null);
    };
  }, [workspace, space.id, record, refetch]);
  const others = here.filter((each) => each.record === record && each.member !== space.me);
  return (
    <div ref={page}>
      <div role="status">
        {others.map((each) => {
          const name = partHeading(each.part);
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
