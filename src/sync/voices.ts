import { ok, type Result } from "#base/Result.ts";
import { idBytes, idText } from "#wire/idText.ts";
import { sameBytes } from "#wire/sameBytes.ts";
import type { FollowFailure } from "./followMembers.ts";
import { type SpaceContext, stateRow } from "./SpaceContext.ts";

/** More boxes than a server lets a space have. */
const mostBoxes = 64;

/** The box that an entry of `SpaceState.boxes` is about. */
const boxOf = (entry: string): string => entry.split(".")[0] ?? "";

/** The server has a page of this box, be it as it stands now or as it stood. */
export const isBoxTold = ({ state }: SpaceContext, box: string): boolean =>
  state.boxes.some((entry) => entry !== box && boxOf(entry) === box);

/** Boxes that are known, and more of them. */
export const withBoxes = (boxes: readonly string[], more: readonly string[]): readonly string[] => {
  const known = new Set(boxes.map(boxOf));
  const fresh = [...new Set(more)].filter((box) => !known.has(box));
  return [...boxes, ...fresh].slice(0, mostBoxes);
};

/**
 * Tells the server what the page of a box says now, where that has changed or the server began anew.
 * Only a facilitator may.
 */
export async function tellBox(
  space: SpaceContext,
  name: string,
): Promise<Result<null, FollowFailure>> {
  const { requests, tools, heads } = space;
  const said = await tools.store.voicePage(space.id, name);
  const box = idBytes(name, 16);
  if (requests === null || said === null || !box.ok) return ok(null);
  const told = `${name}.${idText(heads.logId ?? new Uint8Array(0))}.${said.mark}`;
  if (space.state.boxes.includes(told)) return ok(null);
  const answered =
    said.page === null
      ? await requests.send("DELETE", `/spaces/${space.id}/voicebox?box=${name}`)
      : await requests.exchange(
          "PUT",
          `/spaces/${space.id}/voicebox${said.isForAll ? "?for=all" : ""}`,
          {
            type: "voicebox",
            box: box.value,
            key: said.page,
          },
        );
  if (!answered.ok) return answered;
  const others = space.state.boxes.filter((each) => boxOf(each) !== name);
  space.state = { ...space.state, boxes: [...others, told] };
  return tools.store.write({ put: [stateRow(space)], drop: [] });
}

/**
 * Tells the server of every box known here that it should know otherwise: of the one for answers from
 * the first, so that a colleague may answer before any facilitator has.
 */
export async function tellBoxes(space: SpaceContext): Promise<Result<null, FollowFailure>> {
  const { membership, me } = space;
  if (space.state.kind !== "team" || membership?.members.get(me)?.role !== "facilitator")
    return ok(null);
  const forAnswers = await space.tools.store.answerBox(space.id);
  const boxes = new Set([
    ...(forAnswers === null ? [] : [forAnswers]),
    ...space.state.boxes.map(boxOf),
  ]);
  for (const box of boxes) {
    const told = await tellBox(space, box);
    // A box that is refused is none of the others' trouble: whoever asks for its link is told why.
    if (!told.ok && told.error.type !== "Refused") return told;
  }
  return ok(null);
}

/** So much waits here for its box to become known; of more, what came first goes. */
const mostWaiting = 256;
const boxLength = 16;

/** Takes in what waited here for its box, now that more is known, and notes what still waits. */
async function takeWaiting({ id, tools }: SpaceContext): Promise<Result<null, FollowFailure>> {
  const { store } = tools;
  const waiting = await store.rows(id, "voice");
  if (!waiting.ok) return waiting;
  if (waiting.value.length === 0) return ok(null);
  const voices = waiting.value.map(({ bytes, ...row }) => ({
    row,
    box: bytes.slice(0, boxLength),
    sealed: bytes.slice(boxLength),
  }));
  const unopened = await store.takeVoices(id, voices);
  if (!unopened.ok) return unopened;
  const still = new Set(unopened.value);
  const oldest = [...voices].sort((a, b) => a.row.stamp - b.row.stamp);
  const drop = oldest.filter((voice, at) => !still.has(voice) || at < oldest.length - mostWaiting);
  return store.write({ put: [], drop: drop.map(({ row }) => row) });
}

/**
 * Fetches what was sealed to this space's boxes since the last look and hands it on; they are opened
 * where the boxes' keys are known, and else kept sealed until they are [W3]. Asking for what comes
 * after a number says that all up to it is kept here [V8].
 */
export async function takeVoices(space: SpaceContext): Promise<Result<null, FollowFailure>> {
  const { requests, tools, heads } = space;
  if (requests === null || space.state.kind !== "team") return ok(null);
  const log = heads.logId ?? new Uint8Array(0);
  // A server put back from a backup counts from where it was then.
  if (!sameBytes(space.state.voicesLog, log))
    space.state = { ...space.state, voicesLog: log, voicesThrough: 0 };
  const waited = await takeWaiting(space);
  if (!waited.ok) return waited;
  for (;;) {
    const path = `/spaces/${space.id}/voices?after=${space.state.voicesThrough}`;
    const frames = await requests.exchange("GET", path);
    if (!frames.ok) return frames.error.type === "Refused" ? ok(null) : frames;
    const voices = frames.value.flatMap((frame) => (frame.type === "voices" ? frame.voices : []));
    if (voices.length === 0) return ok(null);
    const last = Math.max(...voices.map(({ number }) => number));
    const taken = await tools.store.takeVoices(space.id, voices);
    if (!taken.ok) return taken;
    if (last <= space.state.voicesThrough) return ok(null);
    const boxes = withBoxes(
      space.state.boxes,
      voices.map(({ box }) => idText(box)),
    );
    space.state = { ...space.state, voicesThrough: last, boxes: [...boxes] };
    const waiting = await Promise.all(
      taken.value.map(async ({ box, sealed }) => ({
        space: space.id,
        part: "voice",
        key: idText((await tools.crypto.sha256(sealed)).slice(0, 16)),
        stamp: tools.clock.now(),
        bytes: new Uint8Array([...box, ...sealed]),
      })),
    );
    const kept = await tools.store.write({ put: [stateRow(space), ...waiting], drop: [] });
    if (!kept.ok) return kept;
  }
}
