import { instant } from "#base/Clock.ts";
import type { MemberId, SpaceId } from "#core/space/identifiers.ts";
import { cleanName } from "#core/space/memberNames.ts";
import type { Member, Space } from "#core/space/Space.ts";
import type { SyncStatus, Told } from "#core/space/SyncStatus.ts";
import type { RunningSpace, RunState } from "#sync/RunningSpace.ts";
import type { SpaceContext } from "#sync/SpaceContext.ts";
import { idText } from "#wire/idText.ts";
import { readMembershipEntry } from "#wire/MembershipEntry.ts";
import { shownRefusal } from "./failures.ts";
import type { SpaceWork } from "./SpaceWork.ts";

/** More that waits than this is told as so many. */
const mostCounted = 1_000;

/** When each member was let in, by their facilitator's clock. */
function since({ state, membership }: SpaceContext, entry: number): number {
  const read = membership && readMembershipEntry(state.log[entry - 1] ?? new Uint8Array());
  return read?.ok ? read.value.at : 0;
}

/** When this device was removed, by its facilitator's clock. */
function removedAt({ state, me }: SpaceContext): number {
  for (const bytes of state.log) {
    const entry = readMembershipEntry(bytes);
    if (!entry.ok || entry.value.act.type !== "rotate") continue;
    if (entry.value.act.removed.some((device) => idText(device) === me)) return entry.value.at;
  }
  return 0;
}

/** A space's phase as it is listed. */
function shownState(context: SpaceContext): Space["state"] {
  const { phase } = context.state;
  if (phase.type === "joining") return { type: "joining", words: phase.words };
  if (phase.type === "removed") return { type: "removed", at: instant(removedAt(context)) };
  return { type: phase.type };
}

/** How the exchange stands, as a person is told [L3]. */
function statusOf(context: SpaceContext, run: RunState, unsent: number): SyncStatus {
  const toSend = unsent + context.outbox.length;
  const { newerSince } = context.heads;
  const told: Told[] = context.heads.told.map(({ at, what }) => ({ at: instant(at), what }));
  if (newerSince > 0) told.push({ at: instant(newerSince), what: { type: "NewerVersion" } });
  const status = (exchange: SyncStatus["exchange"]): SyncStatus => ({
    exchange,
    toSend,
    live: run.live,
    told,
  });
  if (context.requests === null) return status({ type: "byFile" });
  const { out } = context.state;
  const refused = run.failure ? shownRefusal(run.failure.error) : null;
  // What it said last stands until it takes this device in again, also where it cannot be asked.
  const why =
    refused ?? (out === null ? null : ({ type: out === "Gone" ? "Closed" : out } as const));
  if (why !== null) return status({ type: "refused", why, toSend });
  if (run.failure) {
    const { since: from, nextTry } = run.failure;
    return status({ type: "waiting", since: from, toSend, nextTry });
  }
  return status(
    run.levelAt && toSend === 0 ? { type: "level", at: run.levelAt } : { type: "moving", toSend },
  );
}

/** A space as it is listed, by what its records say. */
export async function showSpace(
  { context, state: standing }: RunningSpace,
  { tools, records }: Pick<SpaceWork, "tools" | "records">,
): Promise<Space> {
  const { state, membership, me } = context;
  const { phase } = state;
  const id = context.id as SpaceId;
  const unsent = await tools.store.unsent(id, mostCounted);
  const names = await records.memberNames(membership?.members.keys() ?? []);
  const name = await records.nameOf(id);
  const members: Member[] = [...(membership?.members ?? [])].map(([id, member]) => ({
    id: id as MemberId,
    role: member.role,
    // By file their own record may be days away: until then, as they answered.
    name: names.get(id) || cleanName(state.answeredNames[id] ?? ""),
    isMe: id === me,
    since: instant(since(context, member.since)),
  }));
  return {
    id,
    kind: state.kind,
    name: cleanName(name !== "" || phase.type !== "joining" ? name : phase.letter.name),
    server: state.server,
    state: shownState(context),
    me: me as MemberId,
    members,
    status: statusOf(context, standing(), unsent.ok ? unsent.value.length : 0),
  };
}
