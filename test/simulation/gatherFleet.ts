import { admit, readAnswers } from "#sync/admit.ts";
import { beginSpace } from "#sync/beginSpace.ts";
import { invite } from "#sync/invitations.ts";
import { answerLetter, joiningState, takeLetter } from "#sync/joinSpace.ts";
import type { SimDevice } from "./SimDevice.ts";
import type { SimServer } from "./SimServer.ts";

function refuse(what: string): never {
  throw new Error(what);
}

/** Makes a space with the first device and lets the others in, over a network without faults. */
export async function gatherFleet(
  devices: readonly SimDevice[],
  server: Pick<SimServer, "transport">,
  kind: "own" | "team" = "team",
): Promise<void> {
  const [first, ...others] = devices;
  if (first === undefined) return;
  const begun = await beginSpace(first.tools(), kind, "http://sim.invalid");
  await first.enter(begun.state);
  const made = await first.exchange();
  if (!made.ok) refuse(`begin: ${JSON.stringify(made.error)}`);
  for (const device of others) await letIn(first, device, server);
}

/** Lets one more device in. */
export async function letIn(
  first: SimDevice,
  device: SimDevice,
  server: Pick<SimServer, "transport">,
): Promise<void> {
  const invited = await invite(
    first.space(),
    device.name.endsWith("1") ? "facilitator" : "member",
    "",
  );
  if (!invited.ok) refuse(`invite: ${JSON.stringify(invited.error)}`);
  const tools = device.tools();
  const secret = tools.crypto.readFragment(invited.value.fragment);
  if (!secret.ok) refuse("fragment");
  const letter = await takeLetter(tools, server.transport, secret.value, tools.random.bytes(16));
  if (!letter.ok) refuse(`letter: ${JSON.stringify(letter.error)}`);
  const keys = await tools.crypto.newDevice();
  await device.enter(await joiningState(tools, letter.value, keys, device.name));
  const sent = await answerLetter(tools, server.transport, secret.value, keys, device.name);
  if (!sent.ok) refuse(`answer: ${JSON.stringify(sent.error)}`);
  await readAnswers(first.space());
  const [kept] = first.space().state.invitations;
  const admitted = kept && (await admit(first.space(), kept.invitation));
  if (!admitted?.ok) refuse(`admit: ${JSON.stringify(admitted)}`);
  const joined = await device.exchange();
  if (!joined.ok || device.space().state.phase.type !== "open") {
    refuse(`join: ${JSON.stringify(joined)}`);
  }
}
