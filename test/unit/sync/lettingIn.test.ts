import { describe, expect, it } from "vitest";
import { err } from "#base/Result.ts";
import type { SpaceId } from "#core/space/identifiers.ts";
import { nameIdOf } from "#core/space/SharedView.ts";
import type { SpaceKind } from "#core/space/Space.ts";
import { newJournalKey } from "#crypto/JournalKey.ts";
import { createSealer } from "#crypto/Sealer.ts";
import type { Transport } from "#sync/ports/Transport.ts";
import { emptyMemory, type MemoryRows } from "../../contract/storage/memoryRows.ts";
import { nodeTransport } from "../../simulation/nodeTransport.ts";
import { type TeamDevice, until } from "../../simulation/openTeamDevice.ts";
import { seededRandom } from "../replica/seededRandom.ts";
import { startMailbox } from "../server/mailbox/startMailbox.ts";
import { draftOf, value } from "../vault/openTestJournal.ts";
import { admit, endAfterTest, openDevice, say, shownAt } from "./openTeam.ts";

/** A device that reads no rows until its way is opened; after the test nothing gets through. */
async function openHeld(seed: number, order: Parameters<typeof openDevice>[1] = {}) {
  let open = () => {};
  const isOpen = new Promise<void>((resolve) => {
    open = resolve;
  });
  let reach = () => {};
  const isReached = new Promise<void>((resolve) => {
    reach = resolve;
  });
  let isEnded = false;
  const transportTo = (origin: string): Transport => {
    const real = nodeTransport(origin);
    return {
      ...real,
      send: async (order) => {
        if (order.path.includes("/rows?")) {
          reach();
          await isOpen;
        }
        return isEnded ? err({ type: "Unreachable" }) : real.send(order);
      },
    };
  };
  const device = await openDevice(seed, { ...order, transportTo });
  endAfterTest(async () => {
    isEnded = true;
    open();
  });
  return { device, open, isReached };
}

/** What a disk held after each thing that was written to it, as a tab that ends there leaves it. */
function diskByDisk(memory: MemoryRows): readonly MemoryRows[] {
  const disks: MemoryRows[] = [];
  let isNoted = false;
  const note = () => {
    if (isNoted) return;
    isNoted = true;
    // What is written in one go is one transaction.
    queueMicrotask(() => {
      isNoted = false;
      disks.push(structuredClone(memory));
    });
  };
  for (const rows of [memory.spaceRows, memory.documents] as Map<string, unknown>[]) {
    rows.set = (key, row) => {
      note();
      return Map.prototype.set.call(rows, key, row);
    };
  }
  return disks;
}

async function begin(kind: SpaceKind) {
  const mailbox = await startMailbox();
  endAfterTest(mailbox.stop);
  const one = await openDevice(71);
  const order = { kind, name: "Ward", myName: "Ash", server: mailbox.origin } as const;
  return { one, space: value(await one.spaces.make(order)) };
}
const isOpenAt = async (device: TeamDevice, space: SpaceId) =>
  (await shownAt(device, space)).state.type === "open";
const comesTo = (device: TeamDevice, id: string) =>
  until(async () => (await device.records()).has(id));

describe("[J4] whoever is let in", () => {
  it("is heard from the moment that the space is shown as open, before anything of it has come", async () => {
    const { one, space } = await begin("team");
    const { device: other, open } = await openHeld(72);
    await admit(one, other, space);
    await until(() => isOpenAt(other, space));
    const said = await say(other, space, "Said at once.");
    open();
    await comesTo(one, said);
  });

  it.each(["team", "own"] as const)(
    "%s: is welcomed, and brings along what is theirs, wherever their tab ended on the way",
    async (kind) => {
      let ways = 1;
      for (let at = 0; at < ways; at += 1) {
        const { one, space } = await begin(kind);
        const memory = emptyMemory();
        const random = seededRandom(73);
        const sealer = await createSealer(newJournalKey(random), "journal", random);
        const { device: other, isReached } = await openHeld(74, { memory, sealer });
        const { entry } = value(await other.opened.vault.keepDraft(draftOf("From before.")));
        const disks = diskByDisk(memory);
        await admit(one, other, space, kind);
        await isReached;
        ways = disks.length;
        const disk = disks[at];
        if (disk === undefined) break;
        const again = await openDevice(75, { memory: disk, sealer });
        await until(() => isOpenAt(again, space));
        await comesTo(one, nameIdOf((await shownAt(again, space)).me));
        if (kind === "own") await comesTo(one, entry.id);
        else expect((await one.records()).has(entry.id)).toBe(false);
        expect((await shownAt(again, space)).status.told).toEqual([]);
      }
      expect(ways).toBeGreaterThan(1);
    },
  );

  it("has what they write while they ask marked, and nothing of it where they could not ask [J5]", async () => {
    const { one, space } = await begin("own");
    const { link } = value(await one.spaces.invite(space, "facilitator"));
    const asking: { meanwhile: () => Promise<boolean> } = { meanwhile: async () => true };
    const transportTo = (origin: string): Transport => {
      const real = nodeTransport(origin);
      return {
        ...real,
        send: async (order) => {
          const isLost = order.path.endsWith("/answer") && !(await asking.meanwhile());
          return isLost ? err({ type: "Unreachable" }) : real.send(order);
        },
      };
    };
    const tablet = await openDevice(76, { transportTo });
    const isMarked = (id: string) =>
      [...tablet.memory.spaceRows.values()].some(
        ({ part, key }) => part === "unsent" && key === id,
      );
    const written: string[] = [];
    const write = async () => {
      const kept = value(await tablet.opened.vault.keepDraft(draftOf("While it asks.")));
      written.push(kept.entry.id);
      expect(isMarked(kept.entry.id)).toBe(true);
    };
    asking.meanwhile = async () => {
      await write();
      return false;
    };
    expect(await tablet.spaces.join(link, "own", "Tablet")).toEqual(err({ type: "Offline" }));
    expect(written.map(isMarked)).toEqual([false]);
    asking.meanwhile = async () => {
      await write();
      return true;
    };
    expect(value(await tablet.spaces.join(link, "own", "Tablet"))).toBe(space);
    expect(written.map(isMarked)).toEqual([false, true]);

    // It waits now: neither linked already, nor free to be linked otherwise.
    const waits = err({ type: "AlreadyAsked" });
    const order = { kind: "own", name: "Mine", myName: "Tablet", server: null } as const;
    expect(await tablet.spaces.make(order)).toEqual(waits);
    const elsewhere = await openDevice(77);
    const theirs = value(await elsewhere.spaces.make({ ...order, myName: "Phone" }));
    const file = value(await elsewhere.spaces.inviteByFile(theirs));
    expect(await tablet.spaces.readInvitation(file)).toEqual(waits);
  });
});
