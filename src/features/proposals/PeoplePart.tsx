import * as m from "#messages";
import type { Editing } from "./Editing.ts";
import { PartFields } from "./PartFields.tsx";
import { PartFold } from "./PartFold.tsx";
import { Supporters } from "./Supporters.tsx";

/** "Who could help, and what do they know?" */
export function PeoplePart({
  me,
  newId,
  ...editing
}: Editing & {
  /** As for `Supporters`. */
  readonly me: string | null;
  readonly newId: () => string;
}) {
  const { proposal, change } = editing;
  const { people } = proposal;
  return (
    <section className="people-part" aria-labelledby="people-part">
      <h2 className="quoted__label" id="people-part">
        {m.proposals_part_people()}
      </h2>
      <p className="field__description">{m.proposals_part_people_help()}</p>
      <Supporters
        supporters={people.supporters}
        me={me}
        newId={newId}
        onChange={(supporters) =>
          change((now) => ({ ...now, people: { ...now.people, supporters } }))
        }
      />
      <PartFold
        level="more"
        title={m.proposals_part_people_more()}
        isBegun={people.missingVoice.trim() !== "" || people.sponsorAsk.trim() !== ""}
      >
        <PartFields editing={editing} part="people" />
      </PartFold>
    </section>
  );
}
