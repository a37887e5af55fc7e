import type { Hono } from "hono";
import { appendMembership } from "#wire/appendMembership.ts";
import { decodeFrames } from "#wire/decodeFrames.ts";
import type { Frame } from "#wire/Frame.ts";
import { idText } from "#wire/idText.ts";
import { limits } from "#wire/limits.ts";
import { type MembershipEntry, readMembershipEntry } from "#wire/MembershipEntry.ts";
import { sameBytes } from "#wire/sameBytes.ts";
import { memberKeys } from "../memberKeys.ts";
import { nodeCrypto } from "../nodeCrypto.ts";
import { pushRows } from "../pushRows.ts";
import type { Surroundings } from "../Surroundings.ts";
import { type Answer, done, levelFrame, refuse } from "./answers.ts";
import {
  forDevice,
  forFacilitator,
  forMember,
  type MemberVisit,
  type SignedVisit,
} from "./doors.ts";
import { type MailboxEnv, noBody, oneFrame, pushBody, wholeQuery, withFrame } from "./Visit.ts";

const entryBody = withFrame(limits.membershipEntry);

/** Makes a space from its first entry [D2]; the same again is answered as the first time. */
async function begin(visit: SignedVisit, around: Surroundings): Promise<Answer> {
  const { body, device, address } = visit;
  const frame = oneFrame(body, "members");
  if (!frame.ok) return frame;
  const [entry] = frame.value.entries;
  if (!entry || frame.value.entries.length !== 1) return refuse({ type: "Malformed" });
  const begun = await appendMembership(null, entry, nodeCrypto);
  if (!begun.ok) return refuse({ type: "Refused", reason: begun.error.type });
  const { space, members } = begun.value;
  if (!members.has(idText(device))) return refuse({ type: "NotMember" });
  if (!sameBytes(space, frame.value.space)) return refuse({ type: "Malformed" });
  // Anybody can make device keys: what a new space takes is counted by address.
  const isNew = (await around.store.level(space)) === null;
  const wait = isNew ? around.newSpaces.spend(address, around.now()) : 0;
  if (wait > 0) return refuse({ type: "TooMany", after: wait });
  const level = await around.store.begin(space, entry);
  return level === "gone"
    ? refuse({ type: "Gone" })
    : { ok: true, value: [levelFrame(space, level)] };
}

const invitationOf = ({ act }: MembershipEntry): Uint8Array | null =>
  act.type === "admit" ? act.invitation : null;

/** Appends an entry [M3]. A member may bring what another signed [M4]. */
async function append(visit: MemberVisit, around: Surroundings): Promise<Answer> {
  const { store, memberships, rooms } = around;
  const { space, membership, level } = visit;
  const frame = oneFrame(visit.body, "members");
  if (!frame.ok) return frame;
  const [bytes] = frame.value.entries;
  const entry = bytes ? readMembershipEntry(bytes) : null;
  if (!bytes || !entry?.ok || frame.value.entries.length !== 1) {
    return refuse({ type: "Malformed" });
  }
  if (sameBytes(await nodeCrypto.sha256(bytes), membership.hash)) {
    return { ok: true, value: [levelFrame(space, level)] };
  }
  const { quota, entryRoom } = around.settings;
  const isLast = entry.value.act.type === "leave" || entry.value.act.type === "close";
  if (level.bytes + bytes.length > quota + entryRoom && !isLast) {
    return refuse({ type: "Quota", most: quota });
  }
  const next = await appendMembership(membership, bytes, nodeCrypto);
  if (!next.ok) {
    const { error } = next;
    if (error.type === "NotNext") return refuse({ type: "Moved", number: error.number });
    return refuse({ type: "Refused", reason: error.type });
  }
  const { number, members } = next.value;
  const leaving = memberKeys(membership).filter((key) => !members.has(idText(key)));
  const result = await store.append(space, number, bytes, invitationOf(entry.value), leaving);
  if (result.type === "moved") return refuse({ type: "Moved", number: result.number });
  memberships.keep(next.value);
  rooms.changed(space);
  const after = await store.level(space);
  return after && after !== "gone"
    ? { ok: true, value: [levelFrame(space, after)] }
    : refuse({ type: "Gone" });
}

async function push(visit: MemberVisit, around: Surroundings): Promise<Answer> {
  const frames = decodeFrames(visit.body);
  if (!frames.ok) return frames;
  const answers: Frame[] = [];
  const started = around.now();
  for (const frame of frames.value) {
    if (frame.type !== "push") return refuse({ type: "Malformed" });
    const { request, rows } = frame;
    const result = await pushRows(visit.space, visit.device, rows, around);
    if (!result) return refuse({ type: "Gone" });
    answers.push({ type: "ack", request, rows: result.places, head: result.head });
    if (result.refused.length > 0) answers.push({ type: "nack", request, rows: result.refused });
  }
  around.metrics.commitSeconds.observe((around.now() - started) / 1000);
  return { ok: true, value: answers };
}

async function pull(visit: MemberVisit, { store }: Surroundings): Promise<Answer> {
  const { space, level } = visit;
  const after = wholeQuery(visit, "after", 0);
  if (!after.ok) return after;
  const log = visit.query("log");
  const isOtherLog = log !== undefined && log !== idText(level.logId);
  const from = Math.max(level.floor, isOtherLog ? 0 : after.value);
  const rows = from < level.head ? await store.rowsAfter(space, from, limits.page) : [];
  const { logId } = level;
  return {
    ok: true,
    value: [{ type: "rows", space, logId, settled: true, rows }, levelFrame(space, level)],
  };
}

async function nudge(visit: MemberVisit, around: Surroundings): Promise<Answer> {
  const { space, level, signal } = visit;
  const head = wholeQuery(visit, "head", 0);
  const membership = wholeQuery(visit, "membership", 0);
  if (!head.ok) return head;
  if (!membership.ok) return membership;
  let current: typeof level | "gone" | null = level;
  if (level.head === head.value && level.membership === membership.value) {
    await around.rooms.happenings.next(space, around.settings.nudgeMilliseconds, signal);
    current = await around.store.level(space);
  }
  if (!current || current === "gone") return refuse({ type: "Gone" });
  const frame: Frame = {
    type: "nudge",
    space,
    head: current.head,
    membership: current.membership,
  };
  return { ok: true, value: [frame] };
}

/** Spaces, their members and their rows [Q2]. */
export function addSpaceRoutes(routes: Hono<MailboxEnv>, around: Surroundings): void {
  const { store } = around;
  routes.post(
    "/spaces",
    forDevice(around, entryBody, (visit) => begin(visit, around)),
  );
  routes.get(
    "/spaces/:space/members",
    forMember(around, noBody, async (visit) => {
      const after = wholeQuery(visit, "after", 0);
      if (!after.ok) return after;
      const { space, level } = visit;
      const entries = await store.entriesAfter(space, after.value);
      return { ok: true, value: [{ type: "members", space, entries }, levelFrame(space, level)] };
    }),
  );
  routes.post(
    "/spaces/:space/members",
    forMember(around, entryBody, (visit) => append(visit, around)),
  );
  routes.post(
    "/spaces/:space/rows",
    forMember(around, pushBody, (visit) => push(visit, around)),
  );
  routes.get(
    "/spaces/:space/rows",
    forMember(around, noBody, (visit) => pull(visit, around)),
  );
  routes.get(
    "/spaces/:space/nudge",
    forMember(around, noBody, (visit) => nudge(visit, around)),
  );
  routes.post(
    "/spaces/:space/ticket",
    forMember(around, noBody, async ({ device }) => {
      const ticket = around.randomBytes(32);
      const until = around.now() + around.settings.ticketMilliseconds;
      await store.putTicket(await nodeCrypto.sha256(ticket), device, until);
      return { ok: true, value: idText(ticket) };
    }),
  );
  routes.delete(
    "/spaces/:space",
    forFacilitator(around, noBody, async ({ space, membership }) => {
      if (!membership.isClosed) return refuse({ type: "Refused", reason: "NotClosed" });
      await store.remove(space);
      around.memberships.forget(space);
      around.rooms.changed(space);
      return done;
    }),
  );
}
