import { once } from "node:events";
import { afterEach, describe, expect, it } from "vitest";
import WebSocket from "ws";
import { usualSettings } from "#server/mailbox/MailboxSettings.ts";
import { encodeFrames } from "#wire/encodeFrames.ts";
import type { Frame } from "#wire/Frame.ts";
import { limits } from "#wire/limits.ts";
import { admit, entry, someBytes } from "../../wire/membershipLog.ts";
import { newDevice } from "../../wire/nodeCrypto.ts";
import { seenStore } from "./seenStore.ts";
import { startMailbox, type TestMailbox } from "./startMailbox.ts";
import { ask, framesOf, live, newSpace, row, ticketOf } from "./TestClient.ts";

let mailbox: TestMailbox | null = null;
afterEach(async () => {
  await mailbox?.stop();
  mailbox = null;
});

const helloTo = (spaces: readonly Uint8Array[]): Frame => ({
  type: "hello",
  version: 1,
  spaces: spaces.map((space) => ({ space, logId: new Uint8Array(16), cursor: 0 })),
});

/** How many acknowledgements a socket has that were not looked at. */
const acks = (frames: readonly Frame[]) => frames.filter(({ type }) => type === "ack").length;

/** What lets a promise go on, and the promise. */
function gate() {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open, opened };
}

describe("one connection", () => {
  it("that says hello thousands of times in one message is ended before it makes the server look much", async () => {
    let looks = 0;
    mailbox = await startMailbox({
      store: seenStore(({ level }) => ({
        level: (space) => {
          looks += 1;
          return level(space);
        },
      })),
    });
    const { ann, path, membership } = await newSpace(mailbox.origin);
    const socket = await live(mailbox.origin, ann, membership.space);
    await socket.next("level");
    looks = 0;
    const spaces = 58;
    const hellos = Array.from({ length: 1_990 }, () =>
      helloTo(Array.from({ length: spaces }, () => someBytes(16))),
    );
    const closed = once(socket.socket, "close");
    socket.send(...hellos);
    expect((await ask(mailbox.origin, ann, "GET", `${path}/rows`)).status).toBe(200);
    expect((await closed)[0]).toBe(1013);
    expect(looks).toBeLessThanOrEqual(usualSettings.helloRate.burst * spaces + 1);
  });

  it("names at most so many spaces in a hello, and each of them counts once [F3]", async () => {
    let looks = 0;
    mailbox = await startMailbox({
      store: seenStore(({ level }) => ({
        level: (space) => {
          looks += 1;
          return level(space);
        },
      })),
    });
    const { ann, membership } = await newSpace(mailbox.origin);
    const { space } = membership;
    const socket = await live(mailbox.origin, ann, space);
    await socket.next("level");
    looks = 0;
    socket.send(helloTo(Array.from({ length: limits.spacesInHello }, () => space)));
    await socket.next("level");
    socket.send(helloTo([...Array(limits.spacesInHello).keys(), 0].map(() => space)));
    expect((await socket.next("refused")).code).toBe("Malformed");
    expect(looks).toBe(1);
  });

  it("is charged for each frame of a message, by device, and read on when the time has come", async () => {
    let now = Date.now();
    mailbox = await startMailbox({
      now: () => now,
      settings: { messageRate: { burst: 12, perSecond: 20 } },
    });
    const { origin } = mailbox;
    const { ann, path, membership } = await newSpace(origin);
    const { space } = membership;
    const ben = newDevice();
    const bytes = await entry(membership, ann, admit(ben));
    const entries = encodeFrames({ type: "members", space, entries: [bytes] });
    await framesOf(await ask(origin, ann, "POST", `${path}/members`, entries));
    const push = (request: number): Frame => ({
      type: "push",
      request,
      rows: [row(membership, ann)],
    });
    const [one, other] = [await live(origin, ann, space), await live(origin, ann, space)];
    await Promise.all([one.next("level"), other.next("level")]);
    // Each hello cost two: eight are left.
    one.send(...Array.from({ length: 30 }, (_, at) => push(at)));
    await expect.poll(() => acks(one.unread())).toBe(8);
    other.send(push(99));
    const third = await live(origin, ben, space);
    await third.next("level");
    for (let request = 0; request < 5; request += 1) {
      third.send({ type: "push", request, rows: [row(membership, ben)] });
      await third.next("ack");
    }
    expect([acks(one.unread()), acks(other.unread())]).toEqual([8, 0]);
    const until = setInterval(() => {
      now += 1_000;
    }, 50);
    await expect.poll(() => acks(one.unread()) + acks(other.unread()), { timeout: 9_000 }).toBe(31);
    clearInterval(until);
    for (const { socket } of [one, other, third]) socket.close();
  });

  it("is read no further while what it pushed is not on disk, and then goes on", async () => {
    const held = gate();
    let pushed = 0;
    mailbox = await startMailbox({
      store: seenStore(({ push }) => ({
        push: async (rows) => {
          pushed += 1;
          await held.opened;
          return push(rows);
        },
      })),
    });
    const { ann, path, membership } = await newSpace(mailbox.origin);
    const socket = await live(mailbox.origin, ann, membership.space);
    await socket.next("level");
    const size = 1_000_000;
    const count = 60;
    for (let request = 0; request < count; request += 1) {
      socket.send({ type: "push", request, rows: [row(membership, ann, { size })] });
    }
    const most = Math.ceil(usualSettings.underWay / size) + 1;
    await expect.poll(() => pushed).toBeGreaterThanOrEqual(most - 2);
    for (let look = 0; look < 100; look += 1) {
      expect((await ask(mailbox.origin, ann, "GET", `${path}/rows`)).status).toBe(200);
    }
    expect(pushed).toBeLessThanOrEqual(most);
    held.open();
    await expect.poll(() => acks(socket.unread()), { timeout: 20_000 }).toBe(count);
    socket.socket.close();
  }, 40_000);
});

describe("connections", () => {
  it("are as many as an address may have, also where they come all at once, and those that end leave room", async () => {
    const held = gate();
    mailbox = await startMailbox({
      settings: { socketsOfAddress: 3 },
      store: seenStore(({ takeTicket }) => ({
        takeTicket: async (hash, now) => {
          await held.opened;
          return takeTicket(hash, now);
        },
      })),
    });
    const { origin } = mailbox;
    const { ann, membership } = await newSpace(origin);
    const address = `${origin.replace("http", "ws")}/sync/v1/live?ticket=`;
    const open = async () =>
      new WebSocket(address + (await ticketOf(origin, ann, membership.space)));
    const opened: WebSocket[] = [];
    const statuses: (number | undefined)[] = [];
    for (let at = 0; at < 10; at += 1) {
      const socket = await open();
      socket.on("open", () => opened.push(socket));
      socket.on("unexpected-response", (_, response) => {
        statuses.push(response.statusCode);
        response.destroy();
      });
    }
    await expect.poll(() => statuses).toEqual(Array(7).fill(503));
    held.open();
    await expect.poll(() => opened.length).toBe(3);
    for (const socket of opened) socket.close();
    await Promise.all(opened.map((socket) => once(socket, "close")));
    const isOpened = async () => {
      const socket = await open();
      socket.on("unexpected-response", (_, response) => response.destroy());
      socket.on("error", () => undefined);
      return Promise.race([
        once(socket, "open").then(() => true),
        once(socket, "close").then(() => false),
      ]);
    };
    await expect.poll(isOpened).toBe(true);
  });

  it("of one device are no more than it needs, so that none takes the places of others at its address", async () => {
    mailbox = await startMailbox({ settings: { socketsOfDevice: 2 } });
    const { origin } = mailbox;
    const [one, other] = [await newSpace(origin), await newSpace(origin)];
    const first = await live(origin, one.ann, one.membership.space);
    await live(origin, one.ann, one.membership.space);
    await expect(live(origin, one.ann, one.membership.space)).rejects.toThrow("503");
    await live(origin, other.ann, other.membership.space);
    first.socket.close();
    await once(first.socket, "close");
    const again = () =>
      live(origin, one.ann, one.membership.space).then(
        () => true,
        () => false,
      );
    await expect.poll(again).toBe(true);
  });
});
