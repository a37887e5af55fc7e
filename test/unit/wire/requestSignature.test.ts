import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readRefusal, refusalSchema, refusalStatus } from "#wire/Refusal.ts";
import { type SignableRequest, signRequest, verifyRequest } from "#wire/RequestSignature.ts";
import { newDevice, nodeCrypto } from "./nodeCrypto.ts";

const device = newDevice();
const request: SignableRequest = {
  method: "POST",
  pathAndQuery: "/sync/v1/spaces/AAAAAAAAAAAAAAAAAAAAAA/rows?after=3",
  body: new TextEncoder().encode("sealed"),
};
const by = { device: device.id, created: 1_700_000_000, nonce: "n1" };
const signed = () => signRequest(request, by, { ...nodeCrypto, sign: device.sign });

describe("a signed request [Q1]", () => {
  it("says who sent it, when, and its nonce", async () => {
    expect(await verifyRequest(request, await signed(), nodeCrypto)).toEqual({
      ok: true,
      value: by,
    });
  });

  it("is not that request with another method, path, query or body", async () => {
    const headers = await signed();
    const others: Partial<SignableRequest>[] = [
      { method: "PUT" },
      { pathAndQuery: "/sync/v1/spaces/AAAAAAAAAAAAAAAAAAAAAB/rows?after=3" },
      { pathAndQuery: "/sync/v1/spaces/AAAAAAAAAAAAAAAAAAAAAA/rows?after=4" },
      { pathAndQuery: "/sync/v1/spaces/AAAAAAAAAAAAAAAAAAAAAA/rows" },
      { body: new TextEncoder().encode("sealeD") },
      { body: new Uint8Array() },
    ];
    for (const other of others) {
      const read = await verifyRequest({ ...request, ...other }, headers, nodeCrypto);
      expect(read).toEqual({ ok: false, error: { type: "BadSignature" } });
    }
  });

  it("has no header field that may be left out or changed", async () => {
    const headers = await signed();
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(
          "content-digest" as const,
          "signature" as const,
          "signature-input" as const,
        ),
        fc.nat(),
        fc.constantFrom("", "A", "b", '"', ";", "=", ":", "é", "\n"),
        async (name, at, put) => {
          const value = headers[name];
          const place = at % value.length;
          const changed = value.slice(0, place) + put + value.slice(place + 1);
          fc.pre(changed !== value);
          const read = await verifyRequest(request, { ...headers, [name]: changed }, nodeCrypto);
          // One character of a base64 or a parameter's spacing may mean the same; who signed what may not.
          if (read.ok) expect(read.value).toEqual(by);
          else expect(read.error.type).toBe("BadSignature");
        },
      ),
      { numRuns: 300 },
    );
    for (const name of Object.keys(headers)) {
      const { [name as "signature"]: _, ...rest } = headers;
      expect((await verifyRequest(request, rest, nodeCrypto)).ok).toBe(false);
    }
    expect((await verifyRequest(request, {}, nodeCrypto)).ok).toBe(false);
  });

  it("must cover everything it should: one that signs less is refused", async () => {
    const headers = await signed();
    const less = headers["signature-input"].replace(' "@query"', "");
    const read = await verifyRequest(request, { ...headers, "signature-input": less }, nodeCrypto);
    expect(read.ok).toBe(false);
  });
});

describe("a refusal [Q3]", () => {
  it("has a status for every type and reads back; other text is Malformed", () => {
    expect(Object.keys(refusalStatus)).toHaveLength(refusalSchema.options.length);
    const clockOff = { type: "ClockOff", now: 5 };
    expect(readRefusal(JSON.stringify(clockOff))).toEqual({ ok: true, value: clockOff });
    for (const other of ["", "<html>", "{}", '{"type":"ClockOff"}', '{"type":"toString"}']) {
      expect(readRefusal(other).ok).toBe(false);
    }
  });
});
