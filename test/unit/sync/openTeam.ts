import { afterEach, expect } from "vitest";
import { instant } from "#base/Clock.ts";
import { newId } from "#base/newId.ts";
import type { SharedId, SpaceId } from "#core/space/identifiers.ts";
import type { Space, SpaceKind } from "#core/space/Space.ts";
import { writeComment } from "#core/space/sayInSpace.ts";
import {
  type DeviceOrder,
  openTeamDevice,
  type TeamDevice,
  until,
} from "../../simulation/openTeamDevice.ts";
import { seededRandom } from "../replica/seededRandom.ts";
import { value } from "../vault/openTestJournal.ts";

const toEnd: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of toEnd.splice(0).reverse()) await end();
});
/** Is ended after the test, the last one first. */
export const endAfterTest = (end: () => Promise<unknown>): void => void toEnd.push(end);

const random = seededRandom(5);

/** How the space stands as this device shows it. */
export async function shownAt(device: TeamDevice, space: SpaceId): Promise<Space> {
  const found = (await device.spaces.list()).find(({ id }) => id === space);
  if (found === undefined) throw new Error("a space");
  return found;
}

/** Says something in the space; gives its id. */
export async function say(device: TeamDevice, space: SpaceId, text: string): Promise<SharedId> {
  const id = newId(random) as SharedId;
  const { me: by } = await shownAt(device, space);
  const saying = { id, space, by, now: instant(Date.now()), text };
  const next = writeComment(saying, "proposal" as SharedId, null);
  value(await device.opened.vault.save([{ basis: null, next }]));
  return id;
}

/** Waits until the device has that record. */
export const hears = (device: TeamDevice, id: SharedId): Promise<true> =>
  until(async () => (await device.records()).has(id));

/** A device with a journal of its own; closed after the test. */
export async function openDevice(
  seed: number,
  order: Omit<DeviceOrder, "random"> = {},
): Promise<TeamDevice> {
  const device = await openTeamDevice({ random: seededRandom(seed), ...order });
  endAfterTest(device.close);
  return device;
}

/** Has the other asked into the space and admitted there; what they make of it comes by itself. */
export async function admit(
  one: TeamDevice,
  other: TeamDevice,
  space: SpaceId,
  kind: SpaceKind = "team",
): Promise<void> {
  const role = kind === "own" ? "facilitator" : "member";
  const { link, id } = value(await one.spaces.invite(space, role));
  expect(value(await other.spaces.join(link, kind, "Bo"))).toBe(space);
  await one.spaces.tryNow();
  await until(async () => (await one.spaces.invitations(space))[0]?.answer ?? null);
  value(await one.spaces.admit(space, id));
}

/** Lets the other into the team; both know each other's name then. */
export async function letIn(one: TeamDevice, other: TeamDevice, space: SpaceId): Promise<void> {
  await admit(one, other, space);
  await other.spaces.tryNow();
  for (const each of [one, other]) {
    await until(async () => {
      const { state, members } = await shownAt(each, space);
      return state.type === "open" && members.every(({ name }) => name !== "");
    });
  }
}

/** A team of two devices at that server, each as ordered, who know each other's names. */
export async function openTeam(
  server: string,
  orders: readonly [Omit<DeviceOrder, "random">?, Omit<DeviceOrder, "random">?] = [],
): Promise<{ readonly one: TeamDevice; readonly other: TeamDevice; readonly space: SpaceId }> {
  const [one, other] = [await openDevice(41, orders[0]), await openDevice(42, orders[1])];
  const space = value(await one.spaces.make({ kind: "team", name: "Ward", myName: "Ash", server }));
  await letIn(one, other, space);
  return { one, other, space };
}
