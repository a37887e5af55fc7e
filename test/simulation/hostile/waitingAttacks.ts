import { makeRows } from "#sync/makeRows.ts";
import { wholeRecords } from "#sync/makeSnapshot.ts";
import { pushFrame } from "#sync/pushRows.ts";
import type { SegmentItem } from "#sync/SegmentItem.ts";
import { idBytes } from "#wire/idText.ts";
import { confirmationSigned } from "#wire/snapshotConfirmation.ts";
import { forgeSnapshot, type SnapshotForgery } from "../forgeSnapshot.ts";
import { letIn } from "../gatherFleet.ts";
import type { SimDevice } from "../SimDevice.ts";
import type { Attack, Outcome } from "./Attack.ts";
import { exchanged, type HostileStage, has } from "./HostileStage.ts";

/** What Cleo's device says of the record beyond `known`, and what is known then. */
async function saidBeyond({ cleo, record }: HostileStage, known: Uint8Array | null) {
  const space = cleo.space();
  const said = await cleo.tools().store.difference(space.id, record, known, space, true);
  if (!said.ok || said.value.type !== "said") throw new Error("nothing was said");
  return said.value;
}

const known = ({ cleo, record }: HostileStage) => cleo.space().known.get(record) ?? null;

/**
 * Cleo, a member whose app was changed, puts a snapshot on the server in which something else waits than
 * with everybody; Ben looks at it. In the control he signs it unseen. Gives who joins then.
 */
async function joinedAfter(stage: HostileStage, forgery: SnapshotForgery): Promise<SimDevice> {
  const { ann, ben, cleo, server } = stage;
  const forged = await forgeSnapshot(cleo, forgery);
  stage.passTime(86_400_000);
  if (stage.isControl) {
    const { id, state, sign, requests } = ben.space();
    const hash = idBytes(forged, 32);
    if (!hash.ok) throw new Error("no name of a manifest");
    const signed = await sign(
      confirmationSigned(state.space, hash.value, state.device.keys.signing),
    );
    const path = `/spaces/${id}/snapshots/confirm?manifest=${forged}`;
    await requests?.send("POST", path, signed);
  } else await exchanged(ben);
  const dee = await stage.newcomer("Dee 3");
  await letIn(ann, dee, server);
  return dee;
}

const wholeOf = async (device: SimDevice): Promise<readonly SegmentItem[]> => {
  const whole = await wholeRecords(device.space());
  if (!whole.ok) throw new Error("records do not open");
  return whole.value.items;
};

/** A member's snapshots that say truly what is there, and falsely what waits for something before it. */
export const waitingAttacks: readonly Attack[] = [
  {
    name: "lets words wait in a snapshot that nobody was sent, until what they follow comes",
    rules: "N1, N4",
    told: ["BadSnapshot"],
    weaken: (crypto) => crypto,
    play: async (stage): Promise<Outcome> => {
      const { ben, cleo, record } = stage;
      const before = await wholeOf(cleo);
      await cleo.write(record, "sent", "proposal");
      await makeRows(cleo.space());
      const [row] = cleo.space().outbox;
      const between = known(stage);
      await cleo.write(record, "planted", "proposal");
      const { update } = await saidBeyond(stage, between);
      const planted = { id: `apart/${record}/${"p".repeat(16)}`, state: update };
      const dee = await joinedAfter(stage, { items: () => before, waiting: () => [planted] });
      if (row === undefined) throw new Error("nothing to send");
      const { id, requests } = cleo.space();
      await requests?.exchange("POST", `/spaces/${id}/rows`, pushFrame(1, [row]));
      await exchanged(dee);
      const seen = await stage.benSees();
      if (!(await has(ben, record, "sent"))) throw new Error("what is true did not come");
      return { accepted: await has(dee, record, "planted"), seen };
    },
  },
  {
    name: "leaves out of a snapshot what waits for something before it",
    rules: "N1, N4",
    told: ["BadSnapshot"],
    weaken: (crypto) => crypto,
    play: async (stage): Promise<Outcome> => {
      const { ann, ben, cleo, record } = stage;
      const before = await wholeOf(cleo);
      await cleo.write(record, "unsent", "proposal");
      const { known: then } = await saidBeyond(stage, known(stage));
      await cleo.write(record, "waits", "proposal");
      // As if the others had the first of the two.
      cleo.space().known.set(record, then);
      for (const device of [cleo, ann, ben, ann]) await exchanged(device);
      if (ben.space().apart.get(record)?.length !== 1) throw new Error("nothing waits");
      const dee = await joinedAfter(stage, { items: () => before, waiting: () => [] });
      const seen = await stage.benSees();
      return { accepted: !dee.space().apart.has(record), seen };
    },
  },
];
