import { randomBytes } from "node:crypto";
import { once } from "node:events";
import WebSocket from "ws";
import { decodeFrames } from "#wire/decodeFrames.ts";
import { encodeFrames } from "#wire/encodeFrames.ts";
import type { Frame, SentRow } from "#wire/Frame.ts";
import { idText } from "#wire/idText.ts";
import type { Membership } from "#wire/Membership.ts";
import { type SignatureHeaders, signRequest } from "#wire/RequestSignature.ts";
import { encodeUnsignedRow, joinRow } from "#wire/RowEnvelope.ts";
import { appended, begin, entry, someBytes } from "../../wire/membershipLog.ts";
import { newDevice, nodeCrypto, type TestDevice } from "../../wire/nodeCrypto.ts";

export type Method = "GET" | "POST" | "PUT" | "DELETE";

/** A request to be made; `path` follows `/sync/v1`. */
export interface TestRequest {
  readonly method: Method;
  readonly path: string;
  readonly body?: Uint8Array;
}

/** The header fields by which a device signs a request, with what a test wants wrong about them. */
export async function signatureFor(
  request: TestRequest,
  device: TestDevice,
  change: { readonly created?: number; readonly nonce?: string } = {},
): Promise<SignatureHeaders> {
  return signRequest(
    {
      method: request.method,
      pathAndQuery: `/sync/v1${request.path}`,
      body: request.body ?? new Uint8Array(),
    },
    {
      device: device.id,
      created: change.created ?? Math.floor(Date.now() / 1000),
      nonce: change.nonce ?? randomBytes(12).toString("base64url"),
    },
    { ...nodeCrypto, sign: device.sign },
  );
}

/** Sends a request with given header fields. */
export function send(
  origin: string,
  { method, path, body }: TestRequest,
  headers: Partial<SignatureHeaders> = {},
): Promise<Response> {
  return fetch(`${origin}/sync/v1${path}`, {
    method,
    headers: { ...headers },
    ...(body ? { body: new Uint8Array(body) } : {}),
  });
}

/** Sends a request signed by a device. */
export const ask = async (
  origin: string,
  device: TestDevice,
  method: Method,
  path: string,
  body?: Uint8Array,
): Promise<Response> => {
  const request = { method, path, ...(body ? { body } : {}) };
  return send(origin, request, await signatureFor(request, device));
};

/** The frames of an answer that must be one. */
export async function framesOf(response: Response): Promise<readonly Frame[]> {
  const bytes = new Uint8Array(await response.arrayBuffer());
  if (!response.ok) throw new Error(`${response.status} ${new TextDecoder().decode(bytes)}`);
  const frames = decodeFrames(bytes);
  if (!frames.ok) throw new Error("not frames");
  return frames.value;
}

/** The one frame of a type among frames. */
export function frameOf<Type extends Frame["type"]>(
  frames: readonly Frame[],
  type: Type,
): Extract<Frame, { type: Type }> {
  const isThat = (frame: Frame): frame is Extract<Frame, { type: Type }> => frame.type === type;
  const found = frames.find(isThat);
  if (!found) throw new Error(`no ${type} among ${frames.map((frame) => frame.type)}`);
  return found;
}

/** The type of a refusal. */
export const refusalOf = async (response: Response): Promise<string> =>
  `${response.status} ${((await response.json()) as { type: string }).type}`;

/** A new space at a server, with its founder; `from` is the address that a proxy would name, for a server that trusts one. */
export async function newSpace(
  origin: string,
  from = "127.0.0.1",
): Promise<{
  readonly ann: TestDevice;
  readonly membership: Membership;
  readonly path: string;
  readonly first: Uint8Array;
}> {
  const ann = newDevice();
  const first = await entry(null, ann, begin(ann));
  const space = (await nodeCrypto.sha256(first)).slice(0, 16);
  const body = encodeFrames({ type: "members", space, entries: [first] });
  const request = { method: "POST", path: "/spaces", body } as const;
  const headers = { ...(await signatureFor(request, ann)), "x-forwarded-for": from };
  await framesOf(await send(origin, request, headers));
  const membership = await appended(null, ann, begin(ann));
  return {
    ann,
    first,
    membership: { ...membership, space, hash: await nodeCrypto.sha256(first) },
    path: `/spaces/${idText(space)}`,
  };
}

/** A row of a device, signed by nobody: the server does not look. */
export function row(
  membership: Pick<Membership, "space" | "epoch">,
  device: TestDevice,
  change: { readonly size?: number; readonly epoch?: number; readonly sealed?: Uint8Array } = {},
): SentRow {
  const unsigned = encodeUnsignedRow({
    space: membership.space,
    epoch: change.epoch ?? membership.epoch,
    device: device.id,
    counter: 1,
    previous: new Uint8Array(32),
    seen: [],
    sealed: change.sealed ?? someBytes(change.size ?? 256),
  });
  return { uid: someBytes(16), body: joinRow(unsigned, new Uint8Array(64)) };
}

export const pushOf = (...rows: SentRow[]): Uint8Array =>
  encodeFrames({ type: "push", request: 1, rows });

/** An open WebSocket that gathers frames and gives the first that fits, once. */
export interface TestSocket {
  readonly socket: WebSocket;
  readonly send: (...frames: Frame[]) => void;
  readonly next: <Type extends Frame["type"]>(
    ...types: readonly Type[]
  ) => Promise<Extract<Frame, { type: Type }>>;
  /** What came and was not asked for. */
  readonly unread: () => readonly Frame[];
}

/** A ticket for a WebSocket, for a member of a space. */
export const ticketOf = async (
  origin: string,
  device: TestDevice,
  space: Uint8Array,
): Promise<string> => (await ask(origin, device, "POST", `/spaces/${idText(space)}/ticket`)).text();

/** Opens a WebSocket for a device and says hello to a space. */
export async function live(
  origin: string,
  device: TestDevice,
  space: Uint8Array,
  at: { readonly logId?: Uint8Array; readonly cursor?: number } = {},
): Promise<TestSocket> {
  const ticket = await ticketOf(origin, device, space);
  const socket = new WebSocket(`${origin.replace("http", "ws")}/sync/v1/live?ticket=${ticket}`);
  let frames: Frame[] = [];
  const arrived: (() => void)[] = [];
  socket.on("message", (data: Buffer) => {
    const read = decodeFrames(data);
    if (!read.ok) throw new Error("not frames");
    frames.push(...read.value);
    for (const wake of arrived.splice(0)) wake();
  });
  await once(socket, "open");
  const opened: TestSocket = {
    socket,
    send: (...sent) => socket.send(encodeFrames(...sent)),
    unread: () => frames,
    next: async (...types) => {
      const isWanted = (frame: Frame): frame is Extract<Frame, { type: (typeof types)[number] }> =>
        types.some((type) => type === frame.type);
      for (;;) {
        const found = frames.find(isWanted);
        if (found) {
          frames = frames.filter((frame) => frame !== found);
          return found;
        }
        await new Promise<void>((resolve, reject) => {
          if (socket.readyState !== WebSocket.OPEN) reject(new Error("closed"));
          const closed = () => reject(new Error(`closed while waiting for ${types.join()}`));
          socket.once("close", closed);
          arrived.push(() => {
            socket.off("close", closed);
            resolve();
          });
        });
      }
    },
  };
  opened.send({
    type: "hello",
    version: 1,
    spaces: [{ space, logId: at.logId ?? new Uint8Array(16), cursor: at.cursor ?? 0 }],
  });
  return opened;
}
