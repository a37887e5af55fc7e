import { expect, it } from "vitest";
import { bothWordings } from "#app/workers/vault/spaces/members/bothWordings.ts";
import { err } from "#base/Result.ts";
import { newJournalKey } from "#crypto/JournalKey.ts";
import { createSealer } from "#crypto/Sealer.ts";
import { emptyMemory } from "../../contract/storage/memoryRows.ts";
import { nodeTransport } from "../../simulation/nodeTransport.ts";
import { until } from "../../simulation/openTeamDevice.ts";
import { seededRandom } from "../replica/seededRandom.ts";
import { startMailbox } from "../server/mailbox/startMailbox.ts";
import { value } from "../vault/openTestJournal.ts";
import { endAfterTest, openDevice, openTeam, say, shownAt } from "./openTeam.ts";

it("what had not gone out of a team is set aside once, also where the tab ended before the team gave way", async () => {
  const mailbox = await startMailbox();
  endAfterTest(mailbox.stop);
  let lost = /^$/;
  const memory = emptyMemory();
  const order = {
    memory,
    sealer: await createSealer(newJournalKey(seededRandom(1)), "journal", seededRandom(2)),
    transportTo: (origin: string) => {
      const way = nodeTransport(origin);
      const send: typeof way.send = async (sent) =>
        lost.test(`${sent.method} ${sent.path}`) ? err({ type: "Unreachable" }) : way.send(sent);
      const live: typeof way.live = (_path, listener) => {
        queueMicrotask(() => listener.closed());
        return { send: () => undefined, close: () => undefined };
      };
      return { ...way, send, live };
    },
  };
  const { one, other, space } = await openTeam(mailbox.origin, [{}, order]);
  await until(async () => (await shownAt(other, space)).status.exchange.type === "level");
  lost = /^POST .*\/rows$/;
  await until(async () => {
    await say(other, space, "Said while cut off.");
    return value(await other.spaces.unsentChanges(space)).length > 0;
  });
  const { me } = await shownAt(other, space);
  value(await one.spaces.remove(space, me));
  const { link } = value(await one.spaces.invite(space, "member"));
  const before = new Map(memory.spaceRows);
  lost = /\/answer$/;
  expect(await other.spaces.join(link, "team", "Bo")).toMatchObject({ error: { type: "Offline" } });
  const texts = async (of: typeof other) =>
    value(await of.opened.vault.drafts()).flatMap(({ parts }) => parts.map(({ text }) => text));
  expect(await texts(other)).toEqual(["Said while cut off."]);

  // As a tab leaves it that ends between the two.
  await other.close();
  memory.spaceRows.clear();
  for (const [name, row] of before) memory.spaceRows.set(name, row);
  const again = await openDevice(43, order);
  lost = /^$/;
  const { link: next } = value(await one.spaces.invite(space, "member"));
  expect(value(await again.spaces.join(next, "team", "Bo"))).toBe(space);
  expect(await texts(again)).toEqual(["Said while cut off."]);
});

it("a second wording set aside before the first was chosen about stands beside it, and nothing takes its place", () => {
  expect(bothWordings("", "One.")).toBe("One.");
  expect(bothWordings("One.", "")).toBe("One.");
  expect(bothWordings("One.", "One.")).toBe("One.");
  expect(bothWordings("One.", "One. And two.")).toBe("One. And two.");
  expect(bothWordings("One.", "Two.")).toBe("One.\n\nTwo.");
});
