import * as Comlink from "comlink";
import type { VoiceDoor } from "#core/space/VoiceDoor.ts";
import { scriptAddress } from "../trustedTypes.ts";
import address from "../workers/voice.worker.ts?worker&url";

/** Starts the thread that seals voices. `failed` is called if it cannot start or breaks. */
export function startVoiceDoor(failed: () => void): VoiceDoor {
  const worker = new Worker(scriptAddress(address), { type: "module", name: "voice" });
  worker.addEventListener("error", failed);
  return Comlink.wrap<VoiceDoor>(worker);
}
