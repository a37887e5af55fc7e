import type { WebSocket } from "ws";
import { decodeFrames } from "#wire/decodeFrames.ts";
import { encodeFrames } from "#wire/encodeFrames.ts";
import type { Frame, SentRow } from "#wire/Frame.ts";
import { idText } from "#wire/idText.ts";
import type { Refusal } from "#wire/Refusal.ts";
import { readRow } from "#wire/RowEnvelope.ts";
import { allowance } from "../Allowance.ts";
import { errorFacts } from "../createLog.ts";
import { pushRows } from "../pushRows.ts";
import type { Surroundings } from "../Surroundings.ts";
import { createReading } from "./createReading.ts";
import { createSending } from "./createSending.ts";
import type { Seat } from "./Seat.ts";

/** The version of the protocol spoken here. */
export const protocolVersion = 1;

/** WebSocket's own codes (RFC 6455, 7.4.1). */
const closeCodes = { protocolError: 1002, tooBig: 1009, tryAgain: 1013 };

const key = "connection";

type FrameOf<Type extends Frame["type"]> = Extract<Frame, { type: Type }>;

/** Serves one WebSocket of a device whose ticket was good, until it closes. */
export function serveConnection(socket: WebSocket, device: Uint8Array, around: Surroundings): void {
  const { store, memberships, rooms, settings, now, log, metrics, messages, presences } = around;
  const deviceText = idText(device);
  const seats = new Map<string, Seat>();
  const hellos = allowance(settings.helloRate);
  const reading = createReading(socket, settings.underWay);
  const { flush, ...sending } = createSending(socket, settings, now);
  let isClosed = false;
  let isEnded = false;

  const sendFrame = (frame: Frame) => sending.send(encodeFrames(frame));
  const refuse = (refusal: Refusal) => {
    metrics.refusals.inc({ reason: refusal.type });
    sendFrame({ type: "refused", code: refusal.type, details: JSON.stringify(refusal) });
  };
  const end = (code: number) => {
    isEnded = true;
    flush();
    socket.close(code);
  };

  async function hello({ version, spaces }: FrameOf<"hello">): Promise<void> {
    if (version !== protocolVersion) {
      refuse({ type: "OtherVersion", version: protocolVersion });
      end(closeCodes.protocolError);
      return;
    }
    // Each may begin a catch-up: said over and over, that would be all that the server does.
    if (hellos.spend(key, now()) > 0) return end(closeCodes.tryAgain);
    const said = new Map(spaces.map((one) => [idText(one.space), one]));
    for (const { space, logId, cursor } of said.values()) {
      const level = await store.level(space);
      if (level === null) refuse({ type: "NotFound" });
      else if (level === "gone") refuse({ type: "Gone" });
      else {
        const membership = await memberships.at(space, level);
        if (!membership.members.has(deviceText)) {
          refuse({ type: "NotMember" });
          continue;
        }
        // It went while it was looked up: a seat taken now would be left by nobody.
        if (isClosed) return;
        const before = seats.get(idText(space));
        if (before) rooms.leave(before);
        const seat: Seat = {
          space: Uint8Array.from(space),
          device: deviceText,
          sent: 0,
          isBehind: false,
          isGone: false,
          ...sending,
          end: () => end(closeCodes.tryAgain),
        };
        seats.set(idText(space), seat);
        const { bytes: _, ...known } = level;
        sendFrame({ type: "level", space: seat.space, ...known });
        rooms.enter(seat, level, logId, cursor);
      }
    }
  }

  /** The one space that all rows of a push name, if they do. */
  function spaceOf(rows: readonly SentRow[]): Uint8Array | null {
    const first = rows[0] ? readRow(rows[0].body) : null;
    return first?.ok ? first.value.space : null;
  }

  async function push({ request, rows }: FrameOf<"push">): Promise<void> {
    const space = spaceOf(rows);
    const result = space && (await pushRows(space, device, rows, around));
    if (!result) {
      const reason = space ? ("NOT_MEMBER" as const) : ("MALFORMED" as const);
      sendFrame({ type: "nack", request, rows: rows.map(({ uid }) => ({ uid, reason })) });
      return;
    }
    sendFrame({ type: "ack", request, rows: result.places, head: result.head });
    if (result.refused.length > 0) sendFrame({ type: "nack", request, rows: result.refused });
  }

  /** Resolves when the next frame may be taken: pushes go on while others come in. */
  async function take(frame: Frame): Promise<void> {
    switch (frame.type) {
      case "hello":
        return hello(frame);
      case "push": {
        const started = now();
        const bytes = frame.rows.reduce((sum, { body }) => sum + body.length, 0);
        reading
          .during(bytes, push(frame))
          .then(() => metrics.commitSeconds.observe((now() - started) / 1000), unavailable);
        return;
      }
      case "presence": {
        const seat = seats.get(idText(frame.space));
        if (seat && !seat.isGone && presences.spend(deviceText, now()) === 0) {
          rooms.presence(seat, frame.sealed);
        }
        return;
      }
      default:
        refuse({ type: "Malformed" });
    }
  }

  /** Nothing was acknowledged: the client tries again with what it kept. */
  function unavailable(failure: unknown): void {
    log.error({ event: "socket failed", error: errorFacts(failure) });
    refuse({ type: "Unavailable", after: 5 });
    end(closeCodes.tryAgain);
  }

  /** Takes a frame once its device may send that much: a hello counts for each space it names. */
  async function takeInTime(frame: Frame): Promise<void> {
    const count = frame.type === "hello" ? 1 + frame.spaces.length : 1;
    for (;;) {
      if (isEnded) return;
      const wait = messages.spend(deviceText, now(), count);
      if (wait === 0) return take(frame);
      // Nothing was acknowledged: who went brings it again.
      if (isClosed) return;
      const waited = new Promise<void>((resolve) => setTimeout(resolve, wait * 1000));
      await reading.during(settings.underWay, waited);
    }
  }

  let turn: Promise<void> = Promise.resolve();
  socket.on("message", (data: Buffer, isBinary) => {
    const frames = isBinary ? decodeFrames(data) : null;
    if (!frames?.ok) {
      refuse({ type: "Malformed" });
      end(closeCodes.protocolError);
      return;
    }
    for (const frame of frames.value) turn = turn.then(() => takeInTime(frame));
    turn = reading.during(data.length, turn).catch(unavailable);
  });
  socket.on("error", () => socket.terminate());
  socket.on("close", () => {
    isClosed = true;
    for (const seat of seats.values()) rooms.leave(seat);
    metrics.sockets.dec();
  });
  metrics.sockets.inc();
}
