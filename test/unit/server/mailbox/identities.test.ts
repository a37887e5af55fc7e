import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { encodeFrames } from "#wire/encodeFrames.ts";
import { idText } from "#wire/idText.ts";
import type { SignatureHeaders } from "#wire/RequestSignature.ts";
import { admit, appended, entry, rotate, someBytes } from "../../wire/membershipLog.ts";
import { newDevice, nodeCrypto, type TestDevice } from "../../wire/nodeCrypto.ts";
import { startMailbox, type TestMailbox } from "./startMailbox.ts";
import {
  ask,
  framesOf,
  newSpace,
  pushOf,
  refusalOf,
  row,
  send,
  signatureFor,
  type TestRequest,
} from "./TestClient.ts";

/** `npm run prove` sets it; `npm test` runs the short form. */
const isProof = process.env.PROVE === "1";

const wide = { burst: 1_000_000, perSecond: 100_000 };
let mailbox: TestMailbox;
let ann: TestDevice;
let ben: TestDevice;
let removed: TestDevice;
let neighbour: TestDevice;
let requests: readonly (TestRequest & { readonly facilitator?: true })[];

beforeAll(async () => {
  mailbox = await startMailbox({
    settings: { addressRate: wide, deviceRate: wide, strangerRate: wide },
  });
  const { origin } = mailbox;
  const begun = await newSpace(origin);
  ann = begun.ann;
  [ben, removed] = [newDevice(), newDevice()];
  neighbour = (await newSpace(origin)).ann;
  let { membership } = begun;
  const { path } = begun;
  const add = async (act: Parameters<typeof entry>[2]) => {
    const bytes = await entry(membership, ann, act);
    const body = encodeFrames({ type: "members", space: membership.space, entries: [bytes] });
    await framesOf(await ask(origin, ann, "POST", `${path}/members`, body));
    const next = await appended(membership, ann, act);
    membership = { ...next, hash: await nodeCrypto.sha256(bytes) };
  };
  await add(admit(ben));
  await add(admit(removed));
  await add(rotate(membership, [removed]));
  const body = pushOf(row(membership, ann));
  const members = encodeFrames({
    type: "members",
    space: membership.space,
    entries: [await entry(membership, ann, admit(newDevice()))],
  });
  const letter = encodeFrames({ type: "letter", tokenHash: someBytes(32), sealed: someBytes(9) });
  const box = encodeFrames({ type: "voicebox", box: someBytes(16), key: someBytes(9) });
  const hash = idText(someBytes(32));
  requests = [
    {
      method: "POST",
      path: "/spaces",
      body: encodeFrames({ type: "members", space: membership.space, entries: [begun.first] }),
    },
    { method: "POST", path: `${path}/ticket` },
    { method: "GET", path: `${path}/members?after=0` },
    { method: "POST", path: `${path}/members`, body: members },
    { method: "POST", path: `${path}/rows`, body },
    { method: "GET", path: `${path}/rows?after=0` },
    { method: "GET", path: `${path}/nudge?head=99&membership=99` },
    { method: "POST", path: `${path}/snapshots/lease` },
    { method: "PUT", path: `${path}/segments/${hash}`, body: someBytes(50) },
    { method: "GET", path: `${path}/segments/${hash}` },
    {
      method: "PUT",
      path: `${path}/snapshots`,
      body: encodeFrames({ type: "snapshot", manifest: someBytes(9) }),
    },
    { method: "GET", path: `${path}/snapshots/latest` },
    { method: "POST", path: `${path}/snapshots/confirm?manifest=${hash}` },
    { method: "GET", path: `${path}/voices?after=0` },
    { method: "DELETE", path, facilitator: true },
    { method: "GET", path: `${path}/answers`, facilitator: true },
    {
      method: "PUT",
      path: `${path}/invitations/${idText(someBytes(16))}`,
      body: letter,
      facilitator: true,
    },
    { method: "DELETE", path: `${path}/invitations/${idText(someBytes(16))}`, facilitator: true },
    { method: "PUT", path: `${path}/voicebox`, body: box, facilitator: true },
    { method: "DELETE", path: `${path}/voicebox?box=${idText(someBytes(16))}`, facilitator: true },
    { method: "DELETE", path: `${path}/voices?through=0`, facilitator: true },
  ];
});
afterAll(() => mailbox.stop());

const other = (request: TestRequest): TestRequest => ({ ...request, path: `${request.path}&x=1` });
const forger = (): TestDevice => ({ id: ann.id, sign: newDevice().sign });

/** Nine who are not who they should be, and what each is told. */
const wrongIdentities: readonly {
  readonly name: string;
  readonly says: string;
  readonly headers: (request: TestRequest) => Promise<Partial<SignatureHeaders>>;
}[] = [
  { name: "nobody", says: "401 BadSignature", headers: async () => ({}) },
  {
    name: "a stranger",
    says: "403 NotMember",
    headers: (request) => signatureFor(request, newDevice()),
  },
  {
    name: "a member who was removed",
    says: "403 NotMember",
    headers: (request) => signatureFor(request, removed),
  },
  {
    name: "a facilitator of another space",
    says: "403 NotMember",
    headers: (request) => signatureFor(request, neighbour),
  },
  {
    name: "someone who signs in a member's name",
    says: "401 BadSignature",
    headers: (request) => signatureFor(request, forger()),
  },
  {
    name: "a member whose signature was for another request",
    says: "401 BadSignature",
    headers: (request) => signatureFor(other(request), ann),
  },
  {
    name: "a member whose signature was for another body",
    says: "401 BadSignature",
    headers: (request) => signatureFor({ ...request, body: someBytes(3) }, ann),
  },
  {
    name: "a member with yesterday's signature",
    says: "401 ClockOff",
    headers: (request) =>
      signatureFor(request, ann, { created: Math.floor(Date.now() / 1000) - 86_400 }),
  },
  {
    name: "a device id that is no key",
    says: "401 BadSignature",
    headers: (request) =>
      signatureFor(request, { id: new Uint8Array(32).fill(0xff), sign: ann.sign }),
  },
];

/** A path that each member may read. */
const readable = (): string => requests.find(({ method }) => method === "GET")?.path ?? "";

/** What anybody may ask for, unsigned, as often as their address may. */
const open = [
  "GET /health",
  "GET /metrics",
  "POST /sync/v1/invitations/:invitation/take",
  "POST /sync/v1/invitations/:invitation/answer",
  "GET /sync/v1/voices/:box",
  "POST /sync/v1/voices/:box",
];

/** Whether a request is for a route, given as method and pattern. */
const isFor = ({ method, path }: TestRequest, route: string): boolean => {
  const pattern = route.replace(/:\w+/g, "[^/?]+");
  return new RegExp(`^${pattern}$`).test(`${method} /sync/v1${path.split("?")[0]}`);
};

describe("every route", () => {
  it("is one that anybody may ask, or is tried below", () => {
    const signed = mailbox.routes.filter((route) => !open.includes(route));
    expect(signed.length).toBeGreaterThan(20);
    expect(signed.filter((route) => !requests.some((one) => isFor(one, route)))).toEqual([]);
    expect(mailbox.routes).toEqual(expect.arrayContaining(open));
    expect(requests.filter((one) => !signed.some((route) => isFor(one, route)))).toEqual([]);
  });

  for (const { name, says, headers } of wrongIdentities) {
    it(`refuses ${name}`, async () => {
      for (const request of requests) {
        const answer = await send(mailbox.origin, request, await headers(request));
        expect(`${request.method} ${request.path}: ${await refusalOf(answer)}`).toBe(
          `${request.method} ${request.path}: ${says}`,
        );
      }
    });
  }

  it("that is a facilitator's refuses a member", async () => {
    for (const request of requests) {
      if (!request.facilitator) continue;
      const answer = await send(mailbox.origin, request, await signatureFor(request, ben));
      expect(await refusalOf(answer)).toBe("403 NotFacilitator");
    }
  });

  it("takes a signature once [Q1]", async () => {
    const request: TestRequest = { method: "GET", path: readable() };
    const headers = await signatureFor(request, ann);
    expect((await send(mailbox.origin, request, headers)).status).toBe(200);
    const again = await send(mailbox.origin, request, headers);
    expect(await refusalOf(again)).toBe("401 BadSignature");
    const sameNonce = { nonce: "n", created: Math.floor(Date.now() / 1000) };
    await send(mailbox.origin, request, await signatureFor(request, ann, sameNonce));
    const later = await signatureFor(request, ann, {
      ...sameNonce,
      created: sameNonce.created + 9,
    });
    expect((await send(mailbox.origin, request, later)).status).toBe(401);
    const another = await signatureFor(request, ben, sameNonce);
    expect((await send(mailbox.origin, request, another)).status).toBe(200);
  });

  it("says the time to a clock that is off, and asks to sign again what is older than itself", async () => {
    const request: TestRequest = { method: "GET", path: readable() };
    const now = Math.floor(Date.now() / 1000);
    for (const created of [now - 400, now + 400, 0, 2 ** 40]) {
      const headers = await signatureFor(request, ann, { created });
      const answer = await send(mailbox.origin, request, headers);
      const { type, now: said } = (await answer.json()) as { type: string; now: number };
      expect(type).toBe("ClockOff");
      expect(Math.abs(said - now)).toBeLessThan(60);
    }
    const before = await signatureFor(request, ann, { created: now - 200 });
    expect(await refusalOf(await send(mailbox.origin, request, before))).toBe("401 SignAgain");
  });

  it("refuses tampered signatures, and tells no more than that", { timeout: 900_000 }, async () => {
    const { origin } = mailbox;
    const request: TestRequest = { method: "GET", path: readable() };
    const numRuns = isProof ? 5_000 : 200;
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(
          "content-digest" as const,
          "signature" as const,
          "signature-input" as const,
        ),
        fc.nat(),
        fc.string({ minLength: 1, maxLength: 3, unit: fc.constantFrom(...'AZaz09+/=":;,() ?') }),
        async (name, at, put) => {
          const headers = await signatureFor(request, ann);
          const value = headers[name];
          const place = at % value.length;
          const changed = value.slice(0, place) + put + value.slice(place + put.length);
          fc.pre(changed !== value && changed.trim() !== value);
          const answer = await send(origin, request, { ...headers, [name]: changed });
          const text = await answer.text();
          // The last base64 digit and spacing may change without changing what is said.
          if (answer.status === 200) expect(meaning(changed)).toBe(meaning(value));
          else expect(text).toMatch(/^\{"type":"(?:BadSignature|ClockOff|SignAgain)"/);
        },
      ),
      { numRuns },
    );
  });

  it("and every id or number in a path or query is read or refused, never an error of ours", async () => {
    const paths = ["/spaces/x/rows", `/spaces/${"A".repeat(400)}/rows`, "/spaces/%00/members"];
    const space = readable().split("/")[2] ?? "";
    const queries = ["after=-1", "after=1e9", "after=", "after=9007199254740993", "after=%27"];
    for (const path of [...paths, ...queries.map((query) => `/spaces/${space}/rows?${query}`)]) {
      const answer = await ask(mailbox.origin, ann, "GET", path);
      expect(await refusalOf(answer)).toMatch(/^400 Malformed$/);
    }
    expect((await ask(mailbox.origin, ann, "GET", "/nothing")).status).toBe(404);
  });
});

/** What a header field says, its base64 read and its spaces put aside. */
const meaning = (value: string): string =>
  value
    .replace(/ /g, "")
    .replace(/:([A-Za-z0-9+/=]+):/, (_, base64: string) =>
      Buffer.from(base64, "base64").toString("hex"),
    );
