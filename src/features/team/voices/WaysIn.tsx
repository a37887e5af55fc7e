import { Link } from "react-router";
import type { VoiceBox } from "#core/space/SharedRecord.ts";
import type { SharedView } from "#core/space/SharedView.ts";
import type { Space } from "#core/space/Space.ts";
import { takesPart } from "#core/space/takesPart.ts";
import * as m from "#messages";
import { momentText } from "#notebook/momentText.ts";
import type { Workspace } from "#notebook/Workspace.ts";
import { FoldedItem, FoldedList } from "#ui/FoldedList.tsx";
import { MakeWayIn } from "./MakeWayIn.tsx";

const asked = (box: VoiceBox): string => box.question || m.voices_link_untitled();

/** The links through which voices come, and a new one where this journal may make it. */
export function WaysIn({
  workspace,
  space,
  view,
}: {
  readonly workspace: Workspace;
  readonly space: Space;
  readonly view: SharedView;
}) {
  const now = workspace.clock.now();
  const open = view.voiceBoxes.filter(({ isOpen }) => isOpen);
  const closed = view.voiceBoxes.filter(({ isOpen }) => !isOpen);
  const isFacilitator = space.members.some(({ isMe, role }) => isMe && role === "facilitator");
  const mayMake = isFacilitator && takesPart(space) && space.server !== null;
  const address = (box: VoiceBox) => `/team/${space.id}/voices/in/${box.id}`;
  return (
    <section className="space-part" aria-labelledby="ways-in">
      <h2 id="ways-in">{m.voices_links()}</h2>
      <p>{m.voices_links_help()}</p>
      {open.length === 0 && <p>{m.voices_links_none()}</p>}
      <ul className="space-proposals">
        {open.map((box) => (
          <li key={box.id}>
            <Link className="space-proposal" to={address(box)}>
              <span className="space-proposal__title own-words">{asked(box)}</span>
              <span className="space-proposal__when">
                {m.voices_link_open({ day: momentText.dayNear(box.createdAt, now) })}
              </span>
            </Link>
          </li>
        ))}
      </ul>
      {space.server === null && <p>{m.voices_links_no_server()}</p>}
      {space.server !== null && !isFacilitator && <p>{m.voices_links_facilitator()}</p>}
      {mayMake && <MakeWayIn workspace={workspace} space={space} />}
      {closed.length > 0 && (
        <FoldedList summary={m.voices_links_closed({ count: closed.length })}>
          {closed.map((box) => (
            <FoldedItem
              key={box.id}
              to={address(box)}
              name={asked(box)}
              when={m.voices_link_closed({ day: momentText.dayNear(box.editedAt, now) })}
              action={null}
            />
          ))}
        </FoldedList>
      )}
    </section>
  );
}
