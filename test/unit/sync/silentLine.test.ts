import { expect, it } from "vitest";
import { err } from "#base/Result.ts";
import type { SharedId } from "#core/space/identifiers.ts";
import type { Transport } from "#sync/ports/Transport.ts";
import { nodeTransport } from "../../simulation/nodeTransport.ts";
import { until } from "../../simulation/openTeamDevice.ts";
import { startMailbox } from "../server/mailbox/startMailbox.ts";
import { endAfterTest, hears, openTeam, say, shownAt } from "./openTeam.ts";

/** A way to a server whose network can go as Wi-Fi does: nothing gets through, and no line is told that it closed. */
function halfOpen() {
  let isSilent = false;
  return {
    to: (origin: string): Transport => {
      const real = nodeTransport(origin);
      return {
        send: async (order) => (isSilent ? err({ type: "Unreachable" }) : real.send(order)),
        live: (path, { opened, message, closed }) => {
          const line = real.live(path, {
            opened,
            message: (bytes) => isSilent || message(bytes),
            closed: () => isSilent || closed(),
          });
          endAfterTest(async () => line.close());
          return {
            send: (bytes) => isSilent || line.send(bytes),
            close: () => isSilent || line.close(),
          };
        },
      };
    },
    silence: () => {
      isSilent = true;
    },
    mend: () => {
      isSilent = false;
    },
  };
}

async function together() {
  const mailbox = await startMailbox();
  endAfterTest(mailbox.stop);
  const way = halfOpen();
  const { one, other, space } = await openTeam(mailbox.origin, [{ transportTo: way.to }]);
  for (const each of [one, other]) {
    await until(async () => (await shownAt(each, space)).status.live === "socket");
  }
  await other.spaces.here(space, { record: "p" as SharedId, part: null });
  await until(async () => (await one.spaces.presence(space)).length > 0);
  const exchange = async () => (await shownAt(one, space)).status.exchange;
  return { one, other, space, way, exchange };
}

it("what is written on a line that went silent waits for a connection, nobody is here, and all goes once it is back [L2]", async () => {
  const { one, other, space, way, exchange } = await together();
  way.silence();
  const id = await say(one, space, "On a lost line.");
  await until(async () => (await exchange()).type === "waiting");
  expect(await exchange()).toMatchObject({ type: "waiting", toSend: 1 });
  expect(await one.spaces.presence(space)).toEqual([]);
  way.mend();
  await one.spaces.tryNow();
  await hears(other, id);
  await until(async () => (await shownAt(one, space)).status.live === "socket");
});

it("a line over which nothing comes is asked, and left where no answer comes [L2]", async () => {
  const { one, space, way, exchange } = await together();
  way.silence();
  await until(async () => (await exchange()).type === "waiting");
  expect(await one.spaces.presence(space)).toEqual([]);
  expect((await shownAt(one, space)).status.live).toBe("off");
});

it("whoever finds by other means that no server is there leaves the line, too [L2]", async () => {
  const { one, space, way } = await together();
  way.silence();
  await one.spaces.tryNow();
  await until(async () => (await shownAt(one, space)).status.live === "off");
  expect(await one.spaces.presence(space)).toEqual([]);
});
