import type { Frame } from "#wire/Frame.ts";
import { idText } from "#wire/idText.ts";

/** Frames with neighbouring rows of one kind made one: they are checked and kept together. */
export function joinFrames(frames: readonly Frame[]): readonly Frame[] {
  const all: Frame[] = [];
  for (const frame of frames) {
    const last = all.at(-1);
    const isMore =
      frame.type === "rows" &&
      last?.type === "rows" &&
      last.settled === frame.settled &&
      idText(last.logId) === idText(frame.logId);
    if (isMore) all[all.length - 1] = { ...last, rows: [...last.rows, ...frame.rows] };
    else all.push(frame);
  }
  return all;
}
