import { ok, type Result } from "#base/Result.ts";
import { readAnswers } from "./admit.ts";
import {
  type ChangeFailure,
  finishTaking,
  needsRotation,
  needsTaking,
  rotateKey,
} from "./changeMembers.ts";
import { tryAdmitted } from "./joinSpace.ts";
import { pullRows } from "./pullRows.ts";
import { type PushFailure, pushRows } from "./pushRows.ts";
import { readAgain } from "./readAgain.ts";
import type { ServerFailure } from "./requests.ts";
import type { SpaceContext } from "./SpaceContext.ts";
import { closedChains, needsLastRows, sayLastRows } from "./sayLastRows.ts";
import { tendSnapshots } from "./tendSnapshots.ts";
import { takeVoices, tellBoxes } from "./voices.ts";

/** Why an exchange did not come to its end. What was done until then stays done. */
export type ExchangeFailure = PushFailure | ChangeFailure;

/** Makes the space known to its server, again where the server lost it; only who began it can. */
async function register(space: SpaceContext): Promise<Result<null, ServerFailure>> {
  const [first] = space.state.log;
  if (space.requests === null || first === undefined) return ok(null);
  const made = await space.requests.exchange("POST", "/spaces", {
    type: "members",
    space: space.state.space,
    entries: [first],
  });
  return made.ok ? ok(null) : made;
}

const isUnknown = (failure: ExchangeFailure): boolean =>
  failure.type === "Refused" && failure.refusal.type === "NotFound";

/** Everything that a space's server and this device have for each other, once. */
export async function exchangeSpace(space: SpaceContext): Promise<Result<null, ExchangeFailure>> {
  if (space.state.phase.type === "joining") {
    const admitted = await tryAdmitted(space);
    if (!admitted.ok || space.state.phase.type === "joining") return admitted;
  }
  if (space.state.phase.type !== "open") return ok(null);
  // Without a server nothing goes out but by file.
  if (space.requests === null) return ok(null);
  let pulled = await pullRows(space);
  if (!pulled.ok && isUnknown(pulled.error)) {
    const registered = await register(space);
    if (!registered.ok) return registered;
    pulled = await pullRows(space);
  }
  if (!pulled.ok) return pulled;
  if (space.membership?.isClosed || space.membership?.former.has(space.me)) return ok(null);
  if (needsTaking(space)) {
    const taken = await finishTaking(space);
    if (!taken.ok) return taken;
  }
  if (needsRotation(space)) {
    const rotated = await rotateKey(space);
    if (!rotated.ok) return rotated;
  }
  const pushed = await pushRows(space);
  if (!pushed.ok) return pushed;
  const closed = closedChains(space);
  const again = await pullRows(space);
  if (!again.ok) return again;
  const anew = await readAgain(space);
  if (!anew.ok) return anew;
  if (needsLastRows(space)) {
    const said = await sayLastRows(space, closed);
    if (!said.ok) return said;
  }
  const answers = await readAnswers(space);
  if (!answers.ok) return answers;
  const boxes = await tellBoxes(space);
  if (!boxes.ok) return boxes;
  const voices = await takeVoices(space);
  if (!voices.ok) return voices;
  return tendSnapshots(space);
}
