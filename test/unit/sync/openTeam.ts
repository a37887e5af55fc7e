import { afterEach } from "vitest";
import { instant } from "#base/Clock.ts";
import { newId } from "#base/newId.ts";
import type { SharedId, SpaceId } from "#core/space/identifiers.ts";
import type { Space } from "#core/space/Space.ts";
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

/** A team of two devices at that server, each as ordered, who know each other's names. */
export async function openTeam(
  server: string,
  orders: readonly [Omit<DeviceOrder, "random">?, Omit<DeviceOrder, "random">?] = [],
): Promise<{ readonly one: TeamDevice; readonly other: TeamDevice; readonly space: SpaceId }> {
  const open = async (seed: number, order: Omit<DeviceOrder, "random"> = {}) => {
    const device = await openTeamDevice({ random: seededRandom(seed), ...order });
    endAfterTest(device.close);
    return device;
  };
  const [one, other] = [await open(41, orders[0]), await open(42, orders[1])];
  const space = value(await one.spaces.make({ kind: "team", name: "Ward", myName: "Ash", server }));
  const { link, id } = value(await one.spaces.invite(space, "member"));
  value(await other.spaces.join(link, "team", "Bo"));
  await one.spaces.tryNow();
  await until(async () => (await one.spaces.invitations(space))[0]?.answer ?? null);
  value(await one.spaces.admit(space, id));
  await other.spaces.tryNow();
  for (const each of [one, other]) {
    await until(async () => {
      const { state, members } = await shownAt(each, space);
      const isTold = members.length === 2 && members.every(({ name }) => name !== "");
      return state.type === "open" && isTold;
    });
  }
  return { one, other, space };
}
