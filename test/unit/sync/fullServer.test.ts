import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { openLibsqlStore } from "#server/mailbox/store/libsql/openLibsqlStore.ts";
import { nodeTransport } from "../../simulation/nodeTransport.ts";
import { until } from "../../simulation/openTeamDevice.ts";
import { type ServerProcess, startServer } from "../server/mailbox/serverProcess.ts";
import { startMailbox } from "../server/mailbox/startMailbox.ts";
import { ask, framesOf, newSpace, pushOf, refusalOf, row } from "../server/mailbox/TestClient.ts";
import { endAfterTest, hears, openTeam, say, shownAt } from "./openTeam.ts";

function dataDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), "headroom-full-"));
  endAfterTest(async () => rmSync(directory, { recursive: true, force: true }));
  return directory;
}

/** The system lets this process write to no file, as where the disk is full, or again to any. */
const letWrite = ({ pid }: ServerProcess, bytes: "0" | "unlimited") =>
  execFileSync("prlimit", ["--pid", String(pid), `--fsize=${bytes}:`]);

it.runIf(process.platform === "linux")(
  "a server that cannot write acknowledges nothing and says so; its clients keep what waits, show it as that, and send it once there is room",
  async () => {
    const server = await startServer({ DATA_DIR: dataDirectory() });
    endAfterTest(() => server.end("SIGKILL"));
    const { one, other, space } = await openTeam(server.origin);
    const { ann, path, membership } = await newSpace(server.origin);
    const push = pushOf(row(membership, ann));

    letWrite(server, "0");
    expect(await refusalOf(await ask(server.origin, ann, "POST", `${path}/rows`, push))).toBe(
      "503 Unavailable",
    );
    const id = await say(one, space, "While its disk was full.");
    await until(async () => (await shownAt(one, space)).status.exchange.type === "waiting");
    expect((await shownAt(one, space)).status.exchange).toMatchObject({ toSend: 1 });
    expect((await one.records()).has(id)).toBe(true);
    // What is there can still be read.
    const level = await framesOf(await ask(server.origin, ann, "GET", `${path}/rows`));
    expect(level).toMatchObject([
      { type: "rows", rows: [] },
      { type: "level", head: 0 },
    ]);

    letWrite(server, "unlimited");
    await one.spaces.tryNow();
    await hears(other, id);
    await until(async () => (await shownAt(one, space)).status.exchange.type === "level");
    const again = await ask(server.origin, ann, "POST", `${path}/rows`, push);
    expect(await framesOf(again)).toMatchObject([{ type: "ack", rows: [{ seq: 1 }] }]);
  },
);

it("what a team's room on the server has no place for waits on the device, which says why, and is sent once there is more", async () => {
  const directory = dataDirectory();
  const start = async (quota: number) => startMailbox({ store: openLibsqlStore(directory, quota) });
  let mailbox = await start(10_000_000);
  endAfterTest(() => mailbox.stop());
  const { origin } = mailbox;
  // The operator starts it again with another setting; here on another port each time.
  const again = async (quota: number) => {
    await mailbox.stop();
    mailbox = await start(quota);
  };
  const transportTo = () => ({
    send: (...of: Parameters<ReturnType<typeof nodeTransport>["send"]>) =>
      nodeTransport(mailbox.origin).send(...of),
    live: (...of: Parameters<ReturnType<typeof nodeTransport>["live"]>) =>
      nodeTransport(mailbox.origin).live(...of),
  });
  const { one, other, space } = await openTeam(origin, [{ transportTo }, { transportTo }]);

  await again(1);
  const id = await say(one, space, "Too much.");
  await until(async () => (await shownAt(one, space)).status.exchange.type === "refused");
  expect((await shownAt(one, space)).status.exchange).toEqual({
    type: "refused",
    why: { type: "Quota" },
    toSend: 1,
  });
  expect((await one.records()).has(id)).toBe(true);

  await again(10_000_000);
  await one.spaces.tryNow();
  await other.spaces.tryNow();
  await hears(other, id);
  await until(async () => (await shownAt(one, space)).status.exchange.type === "level");
});
