import { ok, type Result } from "#base/Result.ts";
import type { StorageFailure } from "#core/journal/Door.ts";
import type { SpaceId } from "#core/space/identifiers.ts";
import type { JoinFailure } from "#core/space/Joining.ts";
import { exchangeSpace } from "#sync/exchangeSpace.ts";
import { outOf } from "#sync/outOf.ts";
import type { InvitationLink } from "#sync/ports/SpaceCrypto.ts";
import type { SpaceContext } from "#sync/SpaceContext.ts";
import type { SpaceState } from "#sync/SpaceState.ts";
import { tellsOf } from "#sync/tellingId.ts";
import { markSpace } from "#vault/spaces/SpaceMarks.ts";
import { idText } from "#wire/idText.ts";
import type { SpaceWork } from "../SpaceWork.ts";
import { answersBy } from "../voices/voiceItems.ts";
import { ownAlready } from "./ownAlready.ts";
import { markToReceiveAnew } from "./receiveAnew.ts";
import { setAsideChanges } from "./setAside.ts";

/** Asking to be let into a space, by whichever way its letter came. */
export interface JoinRequests {
  /** The space of this journal that an invitation says by its id that it leads to, if any. */
  readonly spaceOf: (link: InvitationLink) => Promise<SpaceId | null>;
  /** Why this journal does not join what an invitation leads to; null where it may. */
  readonly cannotJoin: (
    link: InvitationLink,
    space: SpaceId | null,
  ) => Promise<Extract<
    JoinFailure,
    { readonly type: "AlreadyMember" | "AlreadyOwn" | "AlreadyAsked" }
  > | null>;
  /**
   * Keeps that this journal asks to be let in, then asks. A copy from an earlier time in that space
   * gives way, but for what had been received; it is back where nobody could be asked.
   */
  readonly begin: <F>(
    state: SpaceState,
    ask: () => Promise<Result<null, F>>,
  ) => Promise<Result<SpaceId, F | StorageFailure>>;
}

export function createJoinRequests({ parts, tools, kept, running }: SpaceWork): JoinRequests {
  const { marks } = parts.opened.carrying;
  /** Keeps what had not gone out where its writer is offered it once they are in again; nobody else has it. */
  async function setAside(context: SpaceContext): Promise<Result<unknown, StorageFailure>> {
    const aside = await setAsideChanges(context, parts);
    if (!aside.ok || aside.value.length === 0) return aside;
    return markToReceiveAnew(parts.opened, context.id, aside.value);
  }
  return {
    spaceOf: async ({ invitation }) => {
      for (const { context } of running.values()) {
        const { space } = context.state;
        const isTo = await tellsOf("headroom invitation to", space, invitation, tools.crypto);
        if (isTo) return context.id as SpaceId;
      }
      return null;
    },
    cannotJoin: async ({ kind }, id) => {
      // The id of one that words stand for says nothing of its space [J6]: it may be any of one's own.
      const own = [...running.values()].filter(({ context }) => context.state.kind === "own");
      const known = id === null ? undefined : running.get(id);
      for (const run of id === null && kind === "own" ? own : known ? [known] : []) {
        const space = run.context.id as SpaceId;
        const phase = run.context.state.phase.type;
        if (phase === "joining") return { type: "AlreadyMember", space };
        if (phase !== "open") continue;
        const level = await run.during(exchangeSpace);
        const isIn =
          run.context.state.phase.type === "open" && (level.ok || outOf(level.error) === null);
        if (isIn) return id === null ? { type: "AlreadyOwn" } : { type: "AlreadyMember", space };
      }
      const isOther = kind === "own" && id !== null && marks.own !== id;
      return isOther ? ownAlready(running, marks.own) : null;
    },
    begin: async (asking, ask) => {
      const id = idText(asking.space) as SpaceId;
      const before = running.get(id)?.context;
      // What they answered before is theirs still: nobody is counted twice for having been away.
      const state = before ? { ...asking, answersBy: answersBy(before.state) } : asking;
      await running.stop(id);
      // Said by the member that one was: under new keys it can be sent no more.
      const isSet = before?.state.kind === "team" ? await setAside(before) : ok(null);
      if (!isSet.ok) return isSet;
      const forgotten = await kept.forget(id);
      if (!forgotten.ok) return forgotten;
      // Kept before it is answered: an answer whose keys are lost would let nobody in.
      const isKept = await kept.keep({ id, state });
      if (!isKept.ok) return isKept;
      // From now on what is written is marked: the answer may have arrived long before that is known.
      markSpace(marks, { id, kind: state.kind }, true);
      const asked = await ask();
      if (asked.ok) await running.start(state);
      else if (before === undefined) {
        markSpace(marks, { id, kind: state.kind }, false);
        await kept.forget(id);
        await kept.drop(id);
      } else {
        await kept.keep(before);
        await running.start(before.state);
      }
      running.news.everywhere();
      return asked.ok ? ok(id) : asked;
    },
  };
}
