import * as Comlink from "comlink";
import type { Clock } from "#base/Clock.ts";
import { instant } from "#base/Clock.ts";
import type { Random } from "#base/Random.ts";
import type { Reader } from "#core/journal/Reader.ts";
import type { Mark } from "#core/journal/Vault.ts";
import type { Spaces } from "#core/space/Spaces.ts";
import type { Workspace } from "#notebook/Workspace.ts";
import { startIdentityCheck } from "./startIdentityCheck.ts";
import { scriptAddress } from "./trustedTypes.ts";
import type { ReaderWorker } from "./workers/reader/ReaderWorker.ts";
import readerAddress from "./workers/reader.worker.ts?worker&url";
import type { VaultWorker } from "./workers/vault/VaultWorker.ts";
import vaultAddress from "./workers/vault.worker.ts?worker&url";

/** The device's clock. */
export const clock: Clock = { now: () => instant(Date.now()) };

/** The browser's randomness. */
export const random: Random = { bytes: (length) => crypto.getRandomValues(new Uint8Array(length)) };

/** The identity check, whose thread starts when it is first asked; ended when the journal locks. */
export const identityThread = startIdentityCheck();

/** The vault's thread: the only one that ever holds keys. */
export interface VaultThread {
  readonly vault: VaultWorker;
  /** Ends the thread, and with it every key. */
  readonly terminate: () => void;
}

/** Starts the vault worker, at page load. `failed` is called if it cannot start or breaks. */
export function startVault(failed: () => void): VaultThread {
  const worker = new Worker(scriptAddress(vaultAddress), { type: "module", name: "vault" });
  worker.addEventListener("error", failed);
  return {
    vault: Comlink.wrap<VaultWorker>(worker),
    terminate: () => worker.terminate(),
  };
}

/** The reader's thread, joined to an open vault. */
export interface ReaderThread {
  readonly reader: Reader;
  readonly terminate: () => void;
}

/** A reader worker on its way, not yet joined to a vault. */
export interface ReaderStart {
  /** Joins the reader to an open vault, which begins to feed it. Called once. */
  readonly join: (vault: VaultWorker) => Promise<ReaderThread>;
}

/** Starts the reader worker ahead of need, while a key is still being found. */
export function prepareReader(failed: () => void): ReaderStart {
  const worker = new Worker(scriptAddress(readerAddress), { type: "module", name: "reader" });
  worker.addEventListener("error", failed);
  return { join: (vault) => joinReader(worker, vault) };
}

/** Starts the reader worker and joins it to an open vault. */
export const startReader = (vault: VaultWorker, failed: () => void): Promise<ReaderThread> =>
  prepareReader(failed).join(vault);

async function joinReader(worker: Worker, vault: VaultWorker): Promise<ReaderThread> {
  const remote = Comlink.wrap<ReaderWorker>(worker);
  const { port1, port2 } = new MessageChannel();
  await Promise.all([
    vault.serveReader(Comlink.transfer(port1, [port1])),
    remote.connect(Comlink.transfer(port2, [port2])),
  ]);
  const subscribe: Reader["subscribe"] = async (listener) => {
    const stop = await remote.subscribe(Comlink.proxy(listener));
    return () => {
      void stop();
    };
  };
  // A proxy has no properties of its own to spread: what is not `subscribe` goes through as it is.
  const reader = new Proxy(remote, {
    get: (target, name) => (name === "subscribe" ? subscribe : Reflect.get(target, name)),
  });
  return { reader, terminate: () => worker.terminate() };
}

/** The spaces of an open journal, as the vault's thread offers them; asked for when first used. */
function connectSpaces(vault: VaultWorker): Spaces {
  let remote: Comlink.Remote<Spaces> | null = null;
  const connected = () => {
    if (remote !== null) return remote;
    const { port1, port2 } = new MessageChannel();
    // Calls wait in the port until the other end answers.
    void vault.spaces(Comlink.transfer(port2, [port2]));
    remote = Comlink.wrap<Spaces>(port1);
    return remote;
  };
  const subscribe: Spaces["subscribe"] = async (listener) => {
    const stop = await connected().subscribe(Comlink.proxy(listener));
    return () => {
      void stop();
    };
  };
  // A proxy has no properties of its own to spread: what is not `subscribe` goes through as it is.
  return new Proxy({} as Spaces, {
    get: (_target, name) => (name === "subscribe" ? subscribe : Reflect.get(connected(), name)),
  });
}

/** Joins the threads into what every place works with. `firstWrite` is called once, after the first write. */
export function makeWorkspace({
  vault,
  reader,
  beforeLock,
  firstWrite,
}: {
  readonly vault: VaultWorker;
  readonly reader: Reader;
  readonly beforeLock: Workspace["beforeLock"];
  readonly firstWrite: () => void;
}): Workspace {
  let latest: Mark = 0;
  return {
    vault,
    reader,
    spaces: connectSpaces(vault),
    identity: identityThread,
    clock,
    random,
    mark: () => latest,
    wrote: (mark) => {
      if (latest === 0 && mark > 0) firstWrite();
      latest = Math.max(latest, mark);
    },
    beforeLock,
  };
}
