import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";
import { describe, expect, it } from "vitest";
import { addressOf } from "#server/mailbox/addressOf.ts";

/** What a request over loopback that says it was forwarded so is counted under. */
async function counted(forwarded: string, trustProxy: boolean): Promise<string> {
  const server = createServer((request: IncomingMessage, response) => {
    response.end(addressOf(request, trustProxy));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const bound = server.address();
  const port = typeof bound === "object" && bound ? bound.port : 0;
  const headers = { "x-forwarded-for": forwarded };
  const text = await (await fetch(`http://127.0.0.1:${port}`, { headers })).text();
  server.close();
  return text;
}

describe("the address that a request is counted under", () => {
  it("is the connection's own, or the last that a proxy of one's own wrote", async () => {
    expect(await counted("192.0.2.1", false)).toBe("127.0.0.1");
    expect(await counted("198.51.100.7, 192.0.2.1", true)).toBe("192.0.2.1");
    expect(await counted("::ffff:192.0.2.1", true)).toBe("192.0.2.1");
  });

  it("is of IPv6 the network, for whoever has one address has 2^64", async () => {
    const networks = await Promise.all(
      ["2001:db8:1:2::1", "2001:DB8:1:2:3:4:5:6", "2001:db8:1:2:ffff::", "2001:db8:1:3::1"].map(
        (address) => counted(address, true),
      ),
    );
    expect(networks).toEqual([
      "2001:db8:1:2::/64",
      "2001:db8:1:2::/64",
      "2001:db8:1:2::/64",
      "2001:db8:1:3::/64",
    ]);
    expect(await counted("2001:db8::1", true)).toBe("2001:db8:0:0::/64");
  });
});
