import { Ear } from "lucide-react";
import type { SharedView } from "#core/space/SharedView.ts";
import type { Space } from "#core/space/Space.ts";
import { voiceStandings } from "#core/space/voices.ts";
import * as m from "#messages";
import type { Workspace } from "#notebook/Workspace.ts";
import { CardLink, CardLinks } from "#ui/CardLinks.tsx";
import { useFetchedVoices } from "./usePlaceOfTeam.ts";

/** The way from a team to its voices. It says quietly how many nobody has answered. */
export function VoicesCard({
  workspace,
  space,
  view,
}: {
  readonly workspace: Workspace;
  readonly space: Space;
  readonly view: SharedView;
}) {
  useFetchedVoices(workspace);
  const all = voiceStandings(view);
  const fresh = all.filter(({ isNew }) => isNew).length;
  const total = m.voices_card_count({ count: all.length });
  return (
    <section className="space-part" aria-label={m.voices_title()}>
      <CardLinks>
        <CardLink to={`/team/${space.id}/voices`} title={m.voices_card()} icon={Ear}>
          {all.length === 0 && <p>{m.voices_card_none()}</p>}
          {all.length > 0 && (
            <p>{fresh === 0 ? total : m.voices_card_new({ total, count: fresh })}</p>
          )}
        </CardLink>
      </CardLinks>
    </section>
  );
}
