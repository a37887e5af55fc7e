import { newId } from "#base/newId.ts";
import { err, ok, type Result } from "#base/Result.ts";
import type { StorageFailure } from "#core/journal/Door.ts";
import type { Founding } from "#core/space/Founding.ts";
import type { MemberId, SharedId, SpaceId } from "#core/space/identifiers.ts";
import { beginSpace } from "#sync/beginSpace.ts";
import type { RunningSpace } from "#sync/RunningSpace.ts";
import { idText } from "#wire/idText.ts";
import type { SpaceWork } from "../SpaceWork.ts";
import { newVoiceKeys } from "../voices/newVoiceKeys.ts";
import { ownAlready } from "./ownAlready.ts";

/** The methods of `Spaces` that make spaces and name what is in them. */
export function createFounding({ parts, tools, records, kept, running }: SpaceWork): Founding {
  const { random, opened } = parts;
  const { carrying } = opened;
  const nameMe = ({ context }: RunningSpace, name: string) =>
    records.nameMember(context.id as SpaceId, context.me as MemberId, name);

  /** What a new space begins with: its name; in a team a box for answers, among one's own devices everything. */
  async function furnish(
    { context }: RunningSpace,
    name: string,
  ): Promise<Result<null, StorageFailure>> {
    const id = context.id as SpaceId;
    const me = context.me as MemberId;
    if (context.state.kind === "own") {
      const named = await records.nameSpace(id, me, name);
      if (named.ok) await carrying.markAll(id);
      return named;
    }
    const box = newId(random) as SharedId;
    const boxed = await records.makeAnswerBox(box, id, me, await newVoiceKeys(random));
    return boxed.ok ? records.nameSpace(id, me, name, box) : boxed;
  }

  return {
    make: async ({ kind, name, myName, server }) => {
      const already = kind === "own" ? ownAlready(running, carrying.marks.own) : null;
      if (already !== null) return err(already);
      const { state } = await beginSpace(tools, kind, server);
      const isKept = await kept.keep({ id: idText(state.space), state });
      if (!isKept.ok) return isKept;
      const run = await running.start(state);
      if (run === null) return err({ type: "StorageRefused", name: "NotKept" });
      const furnished = await furnish(run, name);
      if (!furnished.ok) return furnished;
      const called = await nameMe(run, myName);
      if (!called.ok) return called;
      run.wake();
      running.news.everywhere();
      return ok(run.context.id as SpaceId);
    },
    rename: (id, name) =>
      running.within(id, ({ context }) => records.nameSpace(id, context.me as MemberId, name)),
    nameMe: (id, name) => running.within(id, (run) => nameMe(run, name)),
  };
}
