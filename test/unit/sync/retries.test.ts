import { afterEach, describe, expect, it } from "vitest";
import { createRetries } from "#sync/createRetries.ts";
import type { Timers } from "#sync/ports/Transport.ts";
import { nodeTimers, nodeTransport } from "../../simulation/nodeTransport.ts";
import { openTeamDevice, until } from "../../simulation/openTeamDevice.ts";
import { seededRandom } from "../replica/seededRandom.ts";
import { startMailbox } from "../server/mailbox/startMailbox.ts";
import { value } from "../vault/openTestJournal.ts";

const open: { readonly close: () => Promise<void> }[] = [];
afterEach(async () => {
  for (const one of open.splice(0).reverse()) await one.close();
});

const halfMinute = 30_000;
const fiveMinutes = 300_000;
/** The longest that jitter leaves. */
const longestRandom = { bytes: (length: number) => new Uint8Array(length).fill(255) };

/** A device whose time passes only by `nextWait`, and whose way to the server can be cut. */
async function openCut() {
  let isCut = false;
  let isInSight = false;
  let tries = 0;
  let now = Date.now();
  const waits = new Set<() => void>();
  const timers: Timers = {
    after: (milliseconds, call) => {
      // What is gathered for a moment is not waited for here.
      if (milliseconds < 500) return nodeTimers.after(0, call);
      waits.add(call);
      return () => void waits.delete(call);
    },
  };
  const device = await openTeamDevice({
    random: seededRandom(5),
    now: () => now,
    timers,
    isInSight: () => isInSight,
    transportTo: (origin) => {
      const way = nodeTransport(origin);
      return {
        ...way,
        send: async (order) => {
          if (!isCut) return way.send(order);
          tries += 1;
          return { ok: false, error: { type: "Unreachable" } };
        },
      };
    },
  });
  const exchange = async () => (await device.spaces.list())[0]?.status.exchange;
  return {
    ...device,
    cut: () => {
      isCut = true;
    },
    look: (is: boolean) => {
      isInSight = is;
    },
    tries: () => tries,
    /** Milliseconds until the next try, which is then made and fails. */
    nextWait: async (): Promise<number> => {
      await until(async () => {
        const at = await exchange();
        return at?.type === "waiting" && at.nextTry > now;
      });
      const at = await exchange();
      if (at?.type !== "waiting") throw new Error("it waits");
      const wait = at.nextTry - now;
      const before = tries;
      now = at.nextTry;
      for (const call of [...waits]) {
        waits.delete(call);
        call();
      }
      await until(async () => tries > before);
      return wait;
    },
  };
}

describe("[L2] the wait before another try", () => {
  it("doubles to five minutes, and to half a minute while somebody looks, also from one try to the next", () => {
    let isInSight = false;
    const retries = createRetries(longestRandom, () => isInSight);
    const hidden = Array.from({ length: 12 }, () => retries.next());
    expect(hidden.slice(0, 4).map(Math.round)).toEqual([1_000, 2_000, 4_000, 8_000]);
    expect(hidden.at(-1)).toBeGreaterThan(fiveMinutes - 10);
    isInSight = true;
    expect(retries.next()).toBeLessThanOrEqual(halfMinute);
    isInSight = false;
    expect(retries.next()).toBeGreaterThan(halfMinute);
    retries.end();
    expect(retries.next()).toBeLessThanOrEqual(1_000);
  });

  it("is at most half a minute for a space that somebody looks at, and ends when they come to look", async () => {
    const mailbox = await startMailbox();
    open.push({ close: () => mailbox.stop() });
    const device = await openCut();
    open.push(device);
    const order = { kind: "team", name: "Ward", myName: "Ash", server: mailbox.origin } as const;
    value(await device.spaces.make(order));
    device.cut();
    await device.spaces.tryNow();
    const hidden: number[] = [];
    for (let at = 0; at < 12; at += 1) hidden.push(await device.nextWait());
    expect(Math.max(...hidden)).toBeGreaterThan(halfMinute);
    device.look(true);
    const before = device.tries();
    await device.spaces.inSight(true);
    await until(async () => device.tries() > before);
    for (let at = 0; at < 6; at += 1)
      expect(await device.nextWait()).toBeLessThanOrEqual(halfMinute);
  });
});
