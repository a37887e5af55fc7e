import type { Result } from "#base/Result.ts";
import { type ByteSource, type Malformed, readAll } from "./ByteSource.ts";
import { type Frame, firstSkippable, frameTypes, type RowPlace, rowRefusals } from "./Frame.ts";
import { limits } from "./limits.ts";

type Readers = {
  readonly [Type in Frame["type"]]: (from: ByteSource) => Extract<Frame, { type: Type }>;
};

const place = (from: ByteSource): RowPlace => ({ uid: from.exactly(16), seq: from.whole() });

function flag(from: ByteSource): boolean {
  const value = from.byte();
  return value <= 1 ? value === 1 : from.refuse();
}

const readers: Readers = {
  push: (from) => ({
    type: "push",
    request: from.whole(),
    rows: from.list(limits.rowsInPush, () => ({
      uid: from.exactly(16),
      body: from.bytes(limits.request),
    })),
  }),
  ack: (from) => ({
    type: "ack",
    request: from.whole(),
    rows: from.list(limits.rowsInPush, place),
    head: from.whole(),
  }),
  nack: (from) => ({
    type: "nack",
    request: from.whole(),
    rows: from.list(limits.rowsInPush, () => ({
      uid: from.exactly(16),
      reason: rowRefusals[from.byte()] ?? from.refuse(),
    })),
  }),
  rows: (from) => ({
    type: "rows",
    space: from.exactly(16),
    logId: from.exactly(16),
    settled: flag(from),
    rows: from.list(limits.listed, () => ({
      seq: from.whole(),
      uid: from.exactly(16),
      body: from.bytes(limits.rowBody),
    })),
  }),
  level: (from) => ({
    type: "level",
    space: from.exactly(16),
    logId: from.exactly(16),
    head: from.whole(),
    floor: from.whole(),
    membership: from.whole(),
  }),
  hello: (from) => ({
    type: "hello",
    version: from.whole(),
    spaces: from.list(limits.spacesInHello, () => ({
      space: from.exactly(16),
      logId: from.exactly(16),
      cursor: from.whole(),
    })),
  }),
  nudge: (from) => ({
    type: "nudge",
    space: from.exactly(16),
    head: from.whole(),
    membership: from.whole(),
  }),
  presence: (from) => ({
    type: "presence",
    space: from.exactly(16),
    sealed: from.bytes(limits.presence),
  }),
  refused: (from) => ({ type: "refused", code: from.text(64), details: from.text(limits.refusal) }),
  settled: (from) => ({
    type: "settled",
    space: from.exactly(16),
    logId: from.exactly(16),
    rows: from.list(limits.listed, place),
  }),
  members: (from) => ({
    type: "members",
    space: from.exactly(16),
    entries: from.list(limits.listed, () => from.bytes(limits.membershipEntry)),
  }),
  letter: (from) => ({
    type: "letter",
    tokenHash: from.exactly(32),
    sealed: from.bytes(limits.letter),
  }),
  take: (from) => ({ type: "take", token: from.exactly(32), taker: from.exactly(16) }),
  answer: (from) => ({
    type: "answer",
    token: from.exactly(32),
    sealed: from.bytes(limits.letter),
  }),
  answers: (from) => ({
    type: "answers",
    answers: from.list(limits.listed, () => ({
      invitation: from.exactly(16),
      sealed: from.bytes(limits.letter),
    })),
  }),
  voicebox: (from) => ({
    type: "voicebox",
    box: from.exactly(16),
    key: from.bytes(limits.voiceKey),
  }),
  voices: (from) => ({
    type: "voices",
    voices: from.list(limits.listed, () => ({
      number: from.whole(),
      box: from.exactly(16),
      sealed: from.bytes(limits.voice),
    })),
  }),
  snapshot: (from) => ({ type: "snapshot", manifest: from.bytes(limits.manifest) }),
  confirmed: (from) => ({
    type: "confirmed",
    confirmations: from.list(limits.confirmations, () => ({
      device: from.exactly(32),
      signature: from.exactly(64),
    })),
  }),
};

const readerOf = new Map<number, (from: ByteSource) => Frame>(
  Object.entries(readers).map(([type, read]) => [frameTypes[type as Frame["type"]], read]),
);

function readFrame(from: ByteSource): Frame | null {
  const type = from.byte();
  const inner = from.bytes(limits.request * 2);
  const read = readerOf.get(type);
  if (!read) return type >= firstSkippable ? null : from.refuse();
  const frame = readAll(inner, read);
  return frame.ok ? frame.value : from.refuse();
}

/**
 * The frames in a body or message. Never throws: what is not frames, or holds a frame that may not be
 * skipped and is not known, is `Malformed` as a whole [F1, F2]. Byte fields are views into `bytes`.
 */
export function decodeFrames(bytes: Uint8Array): Result<readonly Frame[], Malformed> {
  return readAll(bytes, (from) => {
    const frames: Frame[] = [];
    for (let read = 0; from.hasMore(); read += 1) {
      if (read >= limits.frames) from.refuse();
      const frame = readFrame(from);
      if (frame) frames.push(frame);
    }
    return frames;
  });
}
