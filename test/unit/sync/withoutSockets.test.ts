import { expect, it } from "vitest";
import { ok } from "#base/Result.ts";
import type { Timers, Transport } from "#sync/ports/Transport.ts";
import { nodeTimers, nodeTransport } from "../../simulation/nodeTransport.ts";
import { until } from "../../simulation/openTeamDevice.ts";
import { startMailbox } from "../server/mailbox/startMailbox.ts";
import { endAfterTest, hears, openTeam, say, shownAt } from "./openTeam.ts";

/** What is waited for up to three seconds comes soon; anything longer only where the test says so. */
function heldTimers() {
  const held = new Map<() => void, number>();
  const timers: Timers = {
    after: (milliseconds, call) => {
      if (milliseconds <= 3_000) return nodeTimers.after(milliseconds / 100, call);
      held.set(call, milliseconds);
      return () => void held.delete(call);
    },
  };
  return {
    timers,
    /** What is waited for, in milliseconds. */
    waits: () => [...held.values()],
    pass: () => {
      for (const call of [...held.keys()]) {
        held.delete(call);
        call();
      }
    },
  };
}

/** A way to a server of another version, which knows no ticket where this app asks for one. */
const ticketless = (origin: string): Transport => {
  const real = nodeTransport(origin);
  return {
    ...real,
    send: (order) => real.send({ ...order, path: order.path.replace(/\/ticket$/, "/no-ticket") }),
  };
};

/** A way to the server on which no WebSocket opens; where `isPortal`, something else answers long polls. */
const blocked =
  (isPortal: boolean) =>
  (origin: string): Transport => {
    const real = nodeTransport(origin);
    const page = new TextEncoder().encode("<h1>Welcome to our network</h1>");
    return {
      send: async (order) =>
        isPortal && order.path.includes("/nudge")
          ? ok({ status: 200, body: page })
          : real.send(order),
      live: (_path, listener) => {
        const timer = setTimeout(listener.closed, 0);
        return { send: () => undefined, close: () => clearTimeout(timer) };
      },
    };
  };

async function ward(isPortal: boolean, transportTo = blocked(isPortal)) {
  const mailbox = await startMailbox();
  endAfterTest(mailbox.stop);
  const [ours, theirs] = [heldTimers(), heldTimers()];
  // Each way is tried twice; what is waited for between is let pass.
  const pass = () => {
    ours.pass();
    theirs.pass();
  };
  const passing = isPortal ? setInterval(pass, 50) : undefined;
  const team = await openTeam(mailbox.origin, [
    { transportTo, timers: ours.timers },
    { transportTo, timers: theirs.timers },
  ]);
  const live = (state: string) =>
    Promise.all(
      [team.one, team.other].map((each) =>
        until(async () => (await shownAt(each, team.space)).status.live === state),
      ),
    );
  return { ...team, live, passing, theirs };
}

it("where no WebSocket opens, words arrive by a request that waits for them, and so it is told [L2]", async () => {
  const { one, other, space, live } = await ward(false);
  await live("longPoll");
  await hears(other, await say(one, space, "By long poll."));
  await hears(one, await say(other, space, "And back."));
  for (const each of [one, other]) {
    expect((await shownAt(each, space)).status).toMatchObject({ live: "longPoll", toSend: 0 });
  }
});

it("where no ticket is given for a WebSocket, words arrive by the same request [L2]", async () => {
  const { one, other, space, live } = await ward(false, ticketless);
  await live("longPoll");
  await hears(other, await say(one, space, "Without a ticket."));
  await hears(one, await say(other, space, "And back."));
});

it("where nothing waits for news either, they arrive with the next look, half a minute later at most [L2]", async () => {
  const { one, other, space, live, passing, theirs } = await ward(true);
  await live("polling");
  clearInterval(passing);
  const id = await say(one, space, "At the next look.");
  await until(async () => (await shownAt(one, space)).status.exchange.type === "level");
  expect(await until(async () => theirs.waits()[0] ?? null)).toBeLessThanOrEqual(30_000);
  theirs.pass();
  await hears(other, id);
  expect((await shownAt(other, space)).status.live).toBe("polling");
});
