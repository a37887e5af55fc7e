import { err, type Result } from "#base/Result.ts";
import { writeBytes } from "#wire/ByteSink.ts";
import { type Malformed, readAll } from "#wire/ByteSource.ts";
import { limits } from "#wire/limits.ts";

/** An update of one record within a row. */
export interface PayloadItem {
  readonly id: string;
  /** Of an update too big for one row: which piece this is, from 0, of how many; whole ones are 0 of 1. */
  readonly piece: number;
  readonly pieces: number;
  readonly bytes: Uint8Array;
}

/** What stands sealed in a row [U2]. */
export interface RowPayload {
  /** Rows of this device with lower counters are not needed: what they said was said again since [V3]. */
  readonly floor: number;
  readonly items: readonly PayloadItem[];
}

/** Bytes of an item before it is cut in pieces: what fits a row sealed, signed and padded. */
export const largestPiece = 768 * 1024;
/** More pieces than a record of this many bytes could need are refused. */
const mostPieces = 256;
const mostItems = 10_000;

const plain = 0;
const deflated = 1;
/** Below this, deflating gains nothing. */
const worthDeflating = 256;
/** What a row may inflate to: a few bytes must not become gigabytes. */
const mostInflated = 8 * 1024 * 1024;

async function through(
  bytes: Uint8Array<ArrayBuffer>,
  stream: CompressionStream | DecompressionStream,
  most: number,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const parts: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const part of new Blob([bytes]).stream().pipeThrough(stream)) {
      length += part.length;
      if (length > most) return null;
      parts.push(part);
    }
  } catch {
    return null;
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Bytes with a first byte that says whether the rest is deflated: whichever is shorter. */
export async function deflate(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const small =
    bytes.length < worthDeflating
      ? null
      : await through(bytes, new CompressionStream("deflate-raw"), bytes.length);
  const [kind, rest] = small === null ? [plain, bytes] : [deflated, small];
  const marked = new Uint8Array(rest.length + 1);
  marked[0] = kind;
  marked.set(rest, 1);
  return marked;
}

/** What `deflate` was given, or null for anything else, and for what would inflate beyond all bounds. */
export async function inflate(
  marked: Uint8Array,
  most = mostInflated,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const rest = marked.slice(1);
  if (marked[0] === plain) return rest;
  if (marked[0] !== deflated) return null;
  return through(rest, new DecompressionStream("deflate-raw"), most);
}

/** A payload as it is sealed: deflated where that helps. */
export const encodePayload = ({ floor, items }: RowPayload): Promise<Uint8Array> =>
  deflate(
    writeBytes((to) => {
      to.byte(1);
      to.whole(floor);
      to.list(items, ({ id, piece, pieces, bytes }) => {
        to.text(id);
        to.whole(piece);
        to.whole(pieces);
        to.bytes(bytes);
      });
    }),
  );

/** What stands there was written by a later version of this app. */
export interface NewerVersion {
  readonly type: "NewerVersion";
}

/** Reads what `encodePayload` wrote; anybody in the space may have written it. */
export async function readPayload(
  bytes: Uint8Array,
): Promise<Result<RowPayload, Malformed | NewerVersion>> {
  const inflated = await inflate(bytes);
  if ((inflated?.[0] ?? 0) > 1) return err({ type: "NewerVersion" });
  return readAll(inflated ?? new Uint8Array(), (from) => {
    if (from.byte() !== 1) from.refuse();
    return {
      floor: from.whole(),
      items: from.list(mostItems, () => {
        const id = from.text(64);
        const pieces = { piece: from.whole(mostPieces), pieces: from.whole(mostPieces) };
        if (!/^[\w-]{1,64}$/.test(id) || pieces.piece >= pieces.pieces) from.refuse();
        return { id, ...pieces, bytes: from.bytes(limits.rowBody * 8) };
      }),
    };
  });
}
