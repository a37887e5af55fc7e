import { ok } from "#base/Result.ts";
import { decodeFrames } from "#wire/decodeFrames.ts";
import type { Frame } from "#wire/Frame.ts";
import { limits } from "#wire/limits.ts";
import type { Attack, Outcome } from "./Attack.ts";
import { answer, exchanged, frameLie, type HostileStage, has, type Lie } from "./HostileStage.ts";

/** Is anything that Ben had, or wrote, lost; and does it reach Ann once the server is honest again? */
async function isLost({ ann, ben, record, lie }: HostileStage, ...words: string[]) {
  lie(null);
  for (let rounds = 0; rounds < 4; rounds += 1) {
    await ben.exchange();
    await exchanged(ann);
  }
  for (const word of words) {
    if (!(await has(ben, record, word)) || !(await has(ann, record, word))) return true;
  }
  return false;
}

const isPush = ({ method, path }: { readonly method: string; readonly path: string }) =>
  method === "POST" && path.endsWith("/rows");

/** An answer in which only the level is changed. */
const levelLie = (
  change: (level: Extract<Frame, { type: "level" }>) => Partial<Extract<Frame, { type: "level" }>>,
): Lie =>
  frameLie((frames, { path }) =>
    /\/rows\?/.test(path)
      ? frames.map((frame) => (frame.type === "level" ? { ...frame, ...change(frame) } : frame))
      : null,
  );

/** Both write, the server lies, Ben tries, the server is honest again: everything must be there. */
const during =
  (lieOf: (stage: HostileStage) => Lie | Promise<Lie>, times = 2): Attack["play"] =>
  async (stage): Promise<Outcome> => {
    const { ann, ben, record } = stage;
    const lie = await lieOf(stage);
    await ann.write(record, "hers", "proposal");
    await exchanged(ann);
    await ben.write(record, "his", "proposal");
    stage.lie(lie);
    const seen = new Set(await stage.benSees(times));
    return { accepted: await isLost(stage, "hers", "his", "beginning"), seen };
  };

/** Lies in the answers themselves: their form, sizes, counts and promises. */
export const answerAttacks: readonly Attack[] = [
  {
    name: "answers with any bytes at all",
    rules: "F1, F2",
    told: ["NotAServer"],
    play: during(
      ({ bytes, dice }) =>
        async () =>
          ok({ status: 200, body: bytes(1 + dice.below(300)) }),
    ),
  },
  {
    name: "cuts answers short",
    rules: "F1, F2",
    told: ["NotAServer"],
    play: during(({ dice }) => async (_order, honest) => {
      const answered = await honest();
      if (!answered.ok) return answered;
      const { status, body } = answered.value;
      return ok({ status, body: body.slice(0, dice.below(body.length)) });
    }),
  },
  {
    name: "answers beyond every size",
    rules: "F2",
    told: ["NotAServer", "SetAside"],
    play: during(({ ben, dice }) => async (order, honest) => {
      if (!/\/rows\?/.test(order.path)) return honest();
      const { space } = ben.space().state;
      const logId = ben.space().heads.logId ?? new Uint8Array(16);
      const most = dice.below(2) === 0;
      const rows = Array.from({ length: most ? 1 : limits.listed + 1 }, (_, at) => ({
        seq: at + 1,
        uid: new Uint8Array(16),
        body: new Uint8Array(most ? limits.rowBody + 1 + dice.below(9_000) : 1),
      }));
      const level = { type: "level", space, logId, head: 99, floor: 0, membership: 3 } as const;
      return answer({ type: "rows", space, logId, settled: true, rows }, level);
    }),
  },
  {
    name: "says that there are rows which it does not show",
    rules: "V1, V5",
    told: ["NotAServer"],
    play: during(({ dice }) => levelLie(({ head }) => ({ head: head + 1 + dice.below(1_000) }))),
  },
  {
    name: "jumps ahead with the places of rows",
    rules: "V1, V5",
    told: ["NotAServer"],
    play: during(({ dice }) =>
      frameLie((frames) => {
        const jump = 1 + dice.below(1_000);
        return frames.map((frame): Frame => {
          if (frame.type === "level") return { ...frame, head: frame.head + jump };
          if (frame.type !== "rows") return frame;
          return { ...frame, rows: frame.rows.map((row) => ({ ...row, seq: row.seq + jump })) };
        });
      }),
    ),
  },
  {
    name: "gives a place twice",
    rules: "V1, V5",
    told: [],
    play: during(() =>
      frameLie((frames) =>
        frames.map((frame) =>
          frame.type === "rows"
            ? { ...frame, rows: frame.rows.flatMap((row) => [row, { ...row }]) }
            : frame,
        ),
      ),
    ),
  },
  {
    name: "goes back behind the cursor in the same log",
    rules: "V3",
    told: ["Restored"],
    play: during(() => levelLie(({ head }) => ({ head: Math.max(0, head - 3) }))),
  },
  {
    name: "rolls everything back to an old state under the same log",
    rules: "V3, M5",
    told: ["Restored", "Forked"],
    play: async (stage) => {
      const { ann, ben, record, server } = stage;
      const logId = ben.space().heads.logId ?? new Uint8Array(16);
      await server.backUp();
      await ann.write(record, "hers", "proposal");
      await exchanged(ann);
      await ben.write(record, "his", "proposal");
      await exchanged(ben);
      await server.restore();
      stage.lie(
        frameLie((frames) =>
          frames.map((frame) =>
            frame.type === "rows" || frame.type === "level" ? { ...frame, logId } : frame,
          ),
        ),
      );
      const seen = new Set(await stage.benSees(3));
      return { accepted: await isLost(stage, "hers", "his", "beginning"), seen };
    },
  },
  {
    name: "shows the level of another space",
    rules: "F3, V7",
    told: ["NotAServer"],
    play: during(({ bytes }) => levelLie(() => ({ space: bytes(16) }))),
  },
  {
    name: "acknowledges rows that it does not store",
    rules: "V2, V3",
    told: ["Restored", "Withheld"],
    play: during(() => async (order, honest) => {
      if (!isPush(order)) return honest();
      const pushed = decodeFrames(order.body);
      const rows = pushed.ok
        ? pushed.value.flatMap((frame) => (frame.type === "push" ? frame.rows : []))
        : [];
      const places = rows.map(({ uid }, at) => ({ uid, seq: 1_000 + at }));
      return answer({ type: "ack", request: 1, rows: places, head: 1_000 + rows.length });
    }),
  },
  {
    name: "acknowledges rows that nobody sent",
    rules: "V2",
    told: ["NotAServer"],
    play: during(({ bytes }) => {
      let patience = 200;
      return async (order, honest) => {
        if (!isPush(order)) return honest();
        patience -= 1;
        // A device that goes on for ever would never come back from its exchange.
        if (patience < 0) throw new Error("the device pushes the same rows without end");
        const rows = [{ uid: bytes(16), seq: 7 }];
        return answer({ type: "ack", request: 1, rows, head: 7 });
      };
    }),
  },
  {
    name: "says for ever that the key is stale",
    rules: "U5",
    told: ["RowRefused"],
    play: during(() => async (order, honest) => {
      if (!isPush(order)) return honest();
      const pushed = decodeFrames(order.body);
      const rows = pushed.ok
        ? pushed.value.flatMap((frame) => (frame.type === "push" ? frame.rows : []))
        : [];
      const reason = "STALE_EPOCH" as const;
      const nacks = rows.map(({ uid }) => ({ uid, reason }));
      return answer({ type: "nack", request: 1, rows: nacks });
    }),
  },
  {
    name: "says that the member is none, or the space gone",
    rules: "Q3, M2",
    told: ["NotMember", "Gone"],
    play: during(({ dice }) => {
      const type = ["NotMember", "Gone"][dice.below(2)];
      const body = new TextEncoder().encode(JSON.stringify({ type }));
      return async () => ok({ status: type === "Gone" ? 410 : 403, body });
    }),
  },
  {
    name: "says a time that is years off",
    rules: "Q1",
    told: ["ClockOff"],
    play: during(({ dice }) => {
      const body = new TextEncoder().encode(
        JSON.stringify({ type: "ClockOff", now: dice.below(2 ** 31) }),
      );
      return async () => ok({ status: 401, body });
    }),
  },
];
