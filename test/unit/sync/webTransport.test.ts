import { once } from "node:events";
import { createServer, type Server, type ServerResponse } from "node:http";
import { afterEach, describe, expect, it } from "vitest";
import { webTransport } from "#app/workers/vault/spaces/webTransport.ts";
import { err } from "#base/Result.ts";
import { limits } from "#wire/limits.ts";
import { value } from "../vault/openTestJournal.ts";

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

async function serve(answer: (response: ServerResponse) => void): Promise<string> {
  const server = createServer((_, response) => answer(response));
  servers.push(server);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  return `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`;
}

const order = { method: "GET", path: "/x", headers: {}, body: new Uint8Array() };

describe("an answer of a server", () => {
  it("is read whole up to the limit, byte for byte, and no further", async () => {
    const bytes = new Uint8Array(limits.answer).map((_, at) => at % 251);
    const fits = await serve((response) => response.end(bytes));
    const read = value(await webTransport(fits).send(order));
    expect([read.status, Buffer.from(read.body).equals(Buffer.from(bytes))]).toEqual([200, true]);
    const one = await serve((response) => response.end(new Uint8Array(limits.answer + 1)));
    expect(await webTransport(one).send(order)).toEqual(err({ type: "Unreachable" }));
    const empty = await serve((response) => response.writeHead(204).end());
    expect(value(await webTransport(empty).send(order)).body).toHaveLength(0);
  });

  it("that never ends is given up, and the line to it closed, after little more than the limit", async () => {
    let sent = 0;
    const closed = new Promise<void>((resolve) => {
      void serve((response) => {
        const piece = new Uint8Array(64 * 1024);
        const more = () => {
          for (let goes = true; goes && !response.destroyed; sent += piece.length)
            goes = response.write(piece);
        };
        response.on("drain", more);
        response.on("close", resolve);
        more();
      }).then((origin) => webTransport(origin).send(order));
    });
    await closed;
    expect(sent).toBeGreaterThanOrEqual(limits.answer / 2);
    // What lies in the buffers of both ends is written, too.
    expect(sent).toBeLessThan(limits.answer * 8);
  });
});
