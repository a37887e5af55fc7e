import type { Intake } from "./Intake.ts";
import type { SpaceRow } from "./ports/SpaceStore.ts";
import type { PayloadItem } from "./RowPayload.ts";
import type { OpenedRow } from "./readRows.ts";
import type { SpaceContext } from "./SpaceContext.ts";

/** A piece of an update that waits for the others, under who cut it and its record. */
const pieceRow = (space: SpaceContext, name: string, at: number, bytes: Uint8Array): SpaceRow => ({
  space: space.id,
  part: "piece",
  key: `${name}/${String(at).padStart(4, "0")}`,
  stamp: at,
  bytes,
});

/** The update that an item completes, or null while pieces of it are missing. */
export function wholeUpdate(
  space: SpaceContext,
  intake: Intake,
  row: OpenedRow,
  item: PayloadItem,
): Uint8Array | null {
  if (item.pieces === 1) return item.bytes;
  const name = `${row.device}/${item.id}`;
  const before = item.piece === 0 ? [] : (space.pieces.get(name) ?? []);
  if (before.length !== item.piece) return null;
  const pieces = [...before, new Uint8Array(item.bytes)];
  // Pieces are held in memory as they come; what is durable follows with the heads.
  space.pieces.set(name, pieces);
  if (pieces.length < item.pieces) {
    intake.put.push(pieceRow(space, name, item.piece, item.bytes));
    return null;
  }
  space.pieces.delete(name);
  intake.drop.push(...before.map((bytes, piece) => pieceRow(space, name, piece, bytes)));
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

/** A device begins anew: what it had begun to say in pieces it says again. */
export function dropPieces(space: SpaceContext, intake: Intake, device: string): void {
  for (const [name, pieces] of space.pieces) {
    if (!name.startsWith(`${device}/`)) continue;
    space.pieces.delete(name);
    intake.drop.push(...pieces.map((bytes, piece) => pieceRow(space, name, piece, bytes)));
  }
}
