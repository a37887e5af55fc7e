import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import WebSocket from "ws";
import { usualSettings } from "#server/mailbox/MailboxSettings.ts";
import { openLibsqlStore } from "#server/mailbox/store/libsql/openLibsqlStore.ts";
import { encodeFrames } from "#wire/encodeFrames.ts";
import { idText } from "#wire/idText.ts";
import type { Membership } from "#wire/Membership.ts";
import { admit, appended, entry, rotate, someBytes } from "../../wire/membershipLog.ts";
import { newDevice, nodeCrypto, type TestDevice } from "../../wire/nodeCrypto.ts";
import { startMailbox, type TestMailbox } from "./startMailbox.ts";
import { ask, framesOf, live, newSpace, pushOf, refusalOf, row, ticketOf } from "./TestClient.ts";

let mailbox: TestMailbox;
beforeAll(async () => {
  mailbox = await startMailbox();
});
afterAll(() => mailbox.stop());

/** Puts an entry after those before, at the server too. */
async function add(
  before: Membership,
  by: TestDevice,
  act: Parameters<typeof entry>[2],
): Promise<Membership> {
  const bytes = await entry(before, by, act);
  const body = encodeFrames({ type: "members", space: before.space, entries: [bytes] });
  const path = `/spaces/${idText(before.space)}/members`;
  await framesOf(await ask(mailbox.origin, by, "POST", path, body));
  return { ...(await appended(before, by, act)), hash: await nodeCrypto.sha256(bytes) };
}

async function team() {
  const { ann, membership, path } = await newSpace(mailbox.origin);
  const ben = newDevice();
  return { ann, ben, path, membership: await add(membership, ann, admit(ben)) };
}

describe("live", () => {
  it("relays rows before the disk answers, then tells their places; the author gets its ACK [V4]", async () => {
    const { ann, ben, membership } = await team();
    const { space } = membership;
    const [one, other] = await Promise.all([
      live(mailbox.origin, ann, space),
      live(mailbox.origin, ben, space),
    ]);
    await Promise.all([one.next("level"), other.next("level")]);
    const sent = row(membership, ann);
    one.send({ type: "push", request: 7, rows: [sent] });
    const tentative = await other.next("rows");
    expect(tentative).toMatchObject({ settled: false, rows: [{ seq: 0 }] });
    expect(tentative.rows[0]?.body).toEqual(sent.body);
    expect((await other.next("settled")).rows).toMatchObject([{ seq: 1 }]);
    expect(await one.next("ack")).toMatchObject({ request: 7, rows: [{ seq: 1 }], head: 1 });
    expect((await one.next("settled")).rows).toMatchObject([{ seq: 1 }]);
    expect(one.unread()).toEqual([]);
    one.socket.close();
    other.socket.close();
  });

  it("sends what was missed since the cursor, then goes on without a hole", async () => {
    const { ann, ben, path, membership } = await team();
    const push = (count: number) =>
      ask(
        mailbox.origin,
        ann,
        "POST",
        `${path}/rows`,
        pushOf(...Array.from({ length: count }, () => row(membership, ann))),
      );
    await push(5);
    const first = await live(mailbox.origin, ben, membership.space);
    const { logId } = await first.next("level");
    expect((await first.next("rows")).rows.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5]);
    first.socket.close();
    await push(2);
    const again = await live(mailbox.origin, ben, membership.space, { logId, cursor: 5 });
    expect((await again.next("rows")).rows.map(({ seq }) => seq)).toEqual([6, 7]);
    again.socket.close();
    const otherLog = { logId: someBytes(16), cursor: 5 };
    const anew = await live(mailbox.origin, ben, membership.space, otherLog);
    expect((await anew.next("rows")).rows[0]?.seq).toBe(1);
    anew.socket.close();
  });

  it("gives every reader every row once, in order, while many write", async () => {
    const { ann, ben, membership } = await team();
    const sockets = await Promise.all(
      [ann, ben, ann, ben].map((device) => live(mailbox.origin, device, membership.space)),
    );
    await Promise.all(sockets.map((socket) => socket.next("level")));
    const devices = [ann, ben, ann, ben];
    const each = 40;
    for (let request = 0; request < each; request += 1) {
      sockets.forEach((socket, index) => {
        const device = devices[index] ?? ann;
        socket.send({ type: "push", request, rows: [row(membership, device)] });
      });
    }
    const total = each * sockets.length;
    for (const socket of sockets) {
      const seqs: number[] = [];
      while (seqs.length < total) {
        const settled = await socket.next("settled");
        seqs.push(...settled.rows.map(({ seq }) => seq));
      }
      expect(seqs).toEqual(Array.from({ length: total }, (_, index) => index + 1));
      socket.socket.close();
    }
  });

  it("brings sixty devices up to date that come back at once, from one address", async () => {
    const { ann, membership: begun, path } = await team();
    const devices = Array.from({ length: 60 }, newDevice);
    let membership = begun;
    for (const device of devices) membership = await add(membership, ann, admit(device));
    const rows = Array.from({ length: 200 }, () => row(membership, ann));
    await framesOf(await ask(mailbox.origin, ann, "POST", `${path}/rows`, pushOf(...rows)));
    const sockets = await Promise.all(
      devices.map(async (device) => {
        // As a device comes back: what changed meanwhile, then a line.
        for (const what of ["members?after=0", "rows?after=0", "voices?after=0"]) {
          const answer = await ask(mailbox.origin, device, "GET", `${path}/${what}`);
          expect(answer.status).toBe(200);
        }
        return live(mailbox.origin, device, membership.space);
      }),
    );
    for (const socket of sockets) {
      const seqs = (await socket.next("rows")).rows.map(({ seq }) => seq);
      expect(seqs).toEqual(rows.map((_, index) => index + 1));
      socket.socket.close();
    }
  });

  it("relays presence to others in the space and keeps none of it", async () => {
    const { ann, ben, membership } = await team();
    const { space } = membership;
    const [one, other] = await Promise.all([
      live(mailbox.origin, ann, space),
      live(mailbox.origin, ben, space),
    ]);
    await Promise.all([one.next("level"), other.next("level")]);
    const sealed = someBytes(100);
    one.send({ type: "presence", space, sealed });
    expect((await other.next("presence")).sealed).toEqual(sealed);
    expect(one.unread()).toEqual([]);
    const level = await mailbox.store.level(space);
    expect(level).toMatchObject({ head: 0 });
    one.socket.close();
    other.socket.close();
  });

  it("tells of new members, and turns a removed one out at once [M4]", async () => {
    const { ann, ben, membership } = await team();
    const socket = await live(mailbox.origin, ben, membership.space);
    await socket.next("level");
    const more = await add(membership, ann, admit(newDevice()));
    expect(await socket.next("nudge")).toMatchObject({ membership: 3 });
    const removed = await add(more, ann, rotate(more, [ben]));
    expect((await socket.next("refused")).code).toBe("NotMember");
    socket.send({ type: "push", request: 1, rows: [row(removed, ben)] });
    expect((await socket.next("nack")).rows).toMatchObject([{ reason: "NOT_MEMBER" }]);
    socket.send({ type: "presence", space: membership.space, sealed: someBytes(9) });
    socket.socket.close();
  });

  it("lets in whoever holds a fresh ticket, once, and into their own spaces only", async () => {
    const { ann, membership } = await team();
    const ticket = await ticketOf(mailbox.origin, ann, membership.space);
    const address = `${mailbox.origin.replace("http", "ws")}/sync/v1/live?ticket=`;
    const first = new WebSocket(address + ticket);
    await once(first, "open");
    first.close();
    for (const bad of [ticket, "", idText(someBytes(32)), "x".repeat(5_000)]) {
      const refused = new WebSocket(address + bad);
      const [, response] = await once(refused, "unexpected-response");
      expect(response.statusCode).toBe(401);
      response.destroy();
    }
    const path = `/spaces/${idText(membership.space)}/ticket`;
    const stranger = await ask(mailbox.origin, newDevice(), "POST", path);
    expect(await refusalOf(stranger)).toBe("403 NotMember");
    const socket = await live(mailbox.origin, ann, membership.space);
    await socket.next("level");
    const hello = (space: Uint8Array) =>
      socket.send({
        type: "hello",
        version: 1,
        spaces: [{ space, logId: new Uint8Array(16), cursor: 0 }],
      });
    hello((await newSpace(mailbox.origin)).membership.space);
    expect((await socket.next("refused")).code).toBe("NotMember");
    hello(someBytes(16));
    expect((await socket.next("refused")).code).toBe("NotFound");
    socket.socket.close();
  });

  it("closes on what is not frames, too big, or another version", async () => {
    const { ann, membership } = await team();
    for (const bad of [Buffer.from([1, 2, 3]), Buffer.alloc(5_000_000, 0x80)]) {
      const socket = await live(mailbox.origin, ann, membership.space);
      await socket.next("level");
      socket.socket.send(bad);
      await once(socket.socket, "close");
    }
    const socket = await live(mailbox.origin, ann, membership.space);
    socket.send({ type: "hello", version: 2, spaces: [] });
    expect((await socket.next("refused")).code).toBe("OtherVersion");
    await once(socket.socket, "close");
  });

  it("bounds what waits for a reader that does not read, and brings it up to date when it does", async () => {
    const { ann, ben, membership, path } = await team();
    const slow = await live(mailbox.origin, ben, membership.space);
    await slow.next("level");
    slow.socket.pause();
    const count = 60;
    for (let at = 0; at < count; at += 1) {
      const big = row(membership, ann, { size: 500_000 });
      await framesOf(await ask(mailbox.origin, ann, "POST", `${path}/rows`, pushOf(big)));
    }
    const metrics = await (await fetch(`${mailbox.origin}/metrics`)).text();
    const unsent = Number(/headroom_unsent_bytes (\d+)/.exec(metrics)?.[1]);
    // The bound of 2 MiB, and the one page or row that stepped over it.
    expect(unsent).toBeGreaterThan(0);
    expect(unsent).toBeLessThan(4 * 1024 * 1024);
    slow.socket.resume();
    const seqs: number[] = [];
    while (seqs.length < count) {
      const arrived = await slow.next("rows", "settled");
      if (arrived.type === "rows" && !arrived.settled) continue;
      seqs.push(...arrived.rows.map(({ seq }) => seq));
    }
    expect(seqs).toEqual(Array.from({ length: count }, (_, index) => index + 1));
    slow.socket.close();
  });

  it("a socket that closes during its hello leaves no seat behind", async () => {
    const directory = mkdtempSync(join(tmpdir(), "headroom-seats-"));
    const store = openLibsqlStore(directory, usualSettings.quota);
    const asked = new Map<string, number>();
    let held: {
      readonly space: string;
      readonly arrived: () => void;
      readonly until: Promise<void>;
    } | null = null;
    const slow: typeof store = {
      ...store,
      level: async (space) => {
        const name = idText(space);
        asked.set(name, (asked.get(name) ?? 0) + 1);
        if (held?.space === name) {
          const { arrived, until } = held;
          held = null;
          arrived();
          await until;
        }
        return store.level(space);
      },
    };
    const own = await startMailbox({ store: slow, settings: { lookMilliseconds: 20 } });
    try {
      const [left, stayed] = [await newSpace(own.origin), await newSpace(own.origin)];
      const ticket = await ticketOf(own.origin, left.ann, left.membership.space);
      const address = `${own.origin.replace("http", "ws")}/sync/v1/live?ticket=${ticket}`;
      const socket = new WebSocket(address);
      await once(socket, "open");
      let release = () => {};
      const until = new Promise<void>((resolve) => {
        release = resolve;
      });
      const reached = new Promise<void>((arrived) => {
        held = { space: idText(left.membership.space), arrived, until };
      });
      const { space } = left.membership;
      const hello = { space, logId: new Uint8Array(16), cursor: 0 };
      socket.send(encodeFrames({ type: "hello", version: 1, spaces: [hello] }));
      await reached;
      const open = async () =>
        Number(
          /headroom_sockets (\d+)/.exec(await (await fetch(`${own.origin}/metrics`)).text())?.[1],
        );
      expect(await open()).toBe(1);
      socket.terminate();
      await expect.poll(open).toBe(0);
      release();
      // The control: this one sits, so that its space is looked at in every round.
      const sitting = await live(own.origin, stayed.ann, stayed.membership.space);
      await sitting.next("level");
      const rounds = () => asked.get(idText(stayed.membership.space)) ?? 0;
      const before = [rounds(), asked.get(idText(space))];
      await expect.poll(rounds).toBeGreaterThan((before[0] ?? 0) + 5);
      expect(asked.get(idText(space))).toBe(before[1]);
      sitting.socket.close();
    } finally {
      await own.stop();
      rmSync(directory, { recursive: true, force: true });
    }
  });
});
