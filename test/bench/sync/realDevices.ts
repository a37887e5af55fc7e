import { randomBytes } from "node:crypto";
import { newId } from "#base/newId.ts";
import type { ProposalId } from "#core/identifiers.ts";
import { blankProposal } from "#core/proposal/blankProposal.ts";
import type { MemberId, SharedId, SpaceId } from "#core/space/identifiers.ts";
import type { SharedProposal } from "#core/space/SharedProposal.ts";
import { shareProposal } from "#core/space/shareProposal.ts";
import { gatherFleet } from "../../simulation/gatherFleet.ts";
import { exchanged } from "../../simulation/hostile/HostileStage.ts";
import { nodeTransport } from "../../simulation/nodeTransport.ts";
import { makeSimDevice, type SimDevice } from "../../simulation/SimDevice.ts";
import { tenFields } from "./madeUpFields.ts";
import type { Agreed, Received } from "./SyncSystem.ts";

/** Not from a seed: teams after each other on one server must not repeat each other's nonces. */
const random = { bytes: (length: number) => new Uint8Array(randomBytes(length)) };

const at = blankProposal("" as ProposalId, 0 as never).createdAt;

/** A team proposal with these ten texts. */
function proposalOf(by: SimDevice, fields: readonly string[]): SharedProposal {
  const blank = blankProposal("p" as ProposalId, at);
  const shared = shareProposal(blank, {
    id: newId(random) as SharedId,
    space: by.space().id as SpaceId,
    by: by.space().me as MemberId,
    now: at,
    excerpts: [],
  });
  return withFields(shared, fields);
}

function withFields(shared: SharedProposal, fields: readonly string[]): SharedProposal {
  const [title = "", problem = "", idea = "", servedWorst = "", gains = ""] = fields;
  const [heard = "", part = "", triedHere = "", evidence = "", missingVoice = ""] = fields.slice(5);
  return {
    ...shared,
    title,
    problem,
    idea,
    cause: { ...shared.cause, servedWorst, gains },
    involvement: { ...shared.involvement, heard, part },
    known: { ...shared.known, triedHere, evidence },
    people: { ...shared.people, missingVoice },
  };
}

/** Real devices: the app's own engine, keys, vault and documents, over a disk in memory. */
async function team(origins: readonly string[]) {
  const traffic = { bytes: 0 };
  const devices: SimDevice[] = [];
  for (const [place, name] of ["First 0", "Second 1"].entries()) {
    const origin = origins[place % origins.length] ?? "";
    const transport = nodeTransport(origin, (seen) => {
      traffic.bytes += seen.length;
    });
    devices.push(await makeSimDevice(name, random, Date.now, transport));
  }
  await gatherFleet(devices, { transport: nodeTransport(origins[0] ?? "") });
  const [first, second] = devices;
  if (first === undefined || second === undefined) throw new Error("two devices");
  return { first, second, traffic };
}

async function write(device: SimDevice, count: number): Promise<readonly SharedProposal[]> {
  const all = Array.from({ length: count }, () => proposalOf(device, tenFields()));
  for (let from = 0; from < all.length; from += 100) {
    const edits = all.slice(from, from + 100).map((next) => ({ basis: null, next }));
    const saved = await device.vault().save(edits);
    if (!saved.ok) throw new Error("not kept");
  }
  return all;
}

/** A: one device has written; the other, which has nothing, exchanges once. */
export async function receiveDocuments(
  origins: readonly string[],
  documents: number,
): Promise<Received> {
  const { first, second, traffic } = await team(origins);
  const written = await write(first, documents);
  await exchanged(first);
  const { store } = second.tools();
  let keeping = 0;
  const { receive } = store;
  Object.assign(store, {
    receive: async (...given: Parameters<typeof receive>) => {
      const started = performance.now();
      const kept = await receive(...given);
      keeping += performance.now() - started;
      return kept;
    },
  });
  traffic.bytes = 0;
  const started = performance.now();
  await exchanged(second);
  const ms = performance.now() - started;
  for (const { id, title } of [written[0], written.at(-1)].filter((one) => one !== undefined)) {
    const found = await second.vault().open(id);
    const record = found.ok ? found.value.record : null;
    if (record?.kind !== "shared-proposal" || record.title !== title) throw new Error("not there");
  }
  return { ms, megabytes: traffic.bytes / 1e6, keeping };
}

/** C: both edit the same documents offline, each edit a word; then they exchange until they are equal. */
export async function agreeOffline(
  origins: readonly string[],
  documents: number,
  edits: number,
): Promise<Agreed> {
  const { first, second } = await team(origins);
  const written = await write(first, documents);
  await exchanged(first);
  await exchanged(second);
  const words: { readonly id: SharedProposal["id"]; readonly word: string }[] = [];
  for (const device of [first, second]) {
    for (let edit = 0; edit < edits; edit += 1) {
      const of = written[edit % written.length];
      const found = of && (await device.vault().open(of.id));
      if (!found?.ok || found.value.record.kind !== "shared-proposal") throw new Error("gone");
      const { basis, record } = found.value;
      const word = `${device.name.slice(0, 3)}${edit}`;
      const next = { ...record, problem: `${record.problem} ${word}` };
      const saved = await device.vault().save([{ basis, next }]);
      if (!saved.ok) throw new Error("not kept");
      words.push({ id: record.id, word });
    }
  }
  const isUnsent = async (device: SimDevice) => {
    const marks = await device.tools().store.unsent(device.space().id, 1);
    return !marks.ok || marks.value.length > 0 || device.space().outbox.length > 0;
  };
  const started = performance.now();
  for (;;) {
    await Promise.all([exchanged(first), exchanged(second)]);
    const isLevel = first.space().heads.cursor === second.space().heads.cursor;
    if (isLevel && !(await isUnsent(first)) && !(await isUnsent(second))) break;
  }
  const ms = performance.now() - started;
  let lost = 0;
  for (const { id, word } of words) {
    const found = await Promise.all([first, second].map((device) => device.vault().open(id)));
    const isThere = found.every(
      (one) =>
        one.ok &&
        one.value.record.kind === "shared-proposal" &&
        one.value.record.problem.split(" ").includes(word),
    );
    if (!isThere) lost += 1;
  }
  return { ms, lost };
}
