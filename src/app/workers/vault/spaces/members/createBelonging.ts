import { err, ok } from "#base/Result.ts";
import type { RecordId } from "#core/record/JournalRecord.ts";
import type { Belonging } from "#core/space/Belonging.ts";
import { changeMembers, changeRole, removeMember } from "#sync/changeMembers.ts";
import { markSpace } from "#vault/spaces/SpaceMarks.ts";
import { idBytes } from "#wire/idText.ts";
import { done } from "../failures.ts";
import type { SpaceWork } from "../SpaceWork.ts";
import { countLeft, setAsideAll } from "./setAside.ts";
import { unsentChanges } from "./unsentChanges.ts";

const noSuchSpace = err({ type: "NoSuchSpace" } as const);

/** The methods of `Spaces` that change who belongs to a space, or end it. */
export function createBelonging({ parts, kept, running }: SpaceWork): Belonging {
  const { carrying, vault } = parts.opened;
  return {
    setRole: (id, member, role) =>
      running.within(id, async (run) => {
        const device = idBytes(member, 32);
        if (!device.ok) return noSuchSpace;
        return done(await run.during((space) => changeRole(space, device.value, role)));
      }),
    remove: (id, member) =>
      running.within(id, async (run) => {
        const device = idBytes(member, 32);
        if (!device.ok) return noSuchSpace;
        return done(await run.during((space) => removeMember(space, device.value)));
      }),
    leave: (id) =>
      running.within(id, async (run) => {
        if (run.context.state.phase.type === "open") {
          const left = await run.during((space) =>
            changeMembers(space, async () => ({ type: "leave" })),
          );
          if (!left.ok) return done(left);
        }
        return running.setPhase(run, { type: "left" });
      }),
    close: (id) =>
      running.within(id, async (run) => {
        const closed = await run.during(async (space) => {
          const act = await changeMembers(space, async () => ({ type: "close" }));
          if (!act.ok || space.requests === null) return act;
          const gone = await space.requests.send("DELETE", `/spaces/${space.id}`);
          return gone.ok || gone.error.type === "Refused" ? ok(null) : gone;
        });
        return closed.ok ? running.setPhase(run, { type: "closed" }) : done(closed);
      }),
    unsentChanges: (id) =>
      running.within(id, async ({ context }) => {
        const changes = await unsentChanges(context, parts);
        return changes.ok ? ok(changes.value.map((record) => record.id)) : changes;
      }),
    countLeft: (id) => running.within(id, ({ context }) => countLeft(context, parts)),
    forget: (id) =>
      running.within(id, async (run) => {
        const { kind, phase, out } = run.context.state;
        if (phase.type === "open" && out === null) {
          return err({ type: "NotFacilitator" });
        }
        await running.stop(id);
        const aside = kind === "team" ? await setAsideAll(run.context, parts) : ok(null);
        if (!aside.ok) return aside;
        markSpace(carrying.marks, { id, kind }, false);
        const mine = await carrying.recordsKeptFrom(id);
        if (!mine.ok) return mine;
        const purged = await vault.purge(mine.value.map((record): RecordId => record.id));
        if (!purged.ok) return purged;
        const gone = await kept.drop(id);
        if (!gone.ok) return gone;
        const forgotten = await kept.forget(id);
        running.news.everywhere();
        return forgotten;
      }),
  };
}
