import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { Hono } from "hono";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createApp } from "#server/createApp.ts";
import type { MailboxEnv } from "#server/mailbox/routes/Visit.ts";

let root = "";
beforeAll(() => {
  mkdirSync("test-results", { recursive: true });
  root = relative(".", mkdtempSync(join("test-results", "site-")));
  mkdirSync(join(root, "assets"));
  writeFileSync(join(root, "index.html"), "<!doctype html><title>Headroom</title>");
  writeFileSync(join(root, "serviceWorker.js"), "// worker");
  writeFileSync(
    join(root, "assets", "main-abc123.js"),
    `export const words = "${"x".repeat(4000)}";`,
  );
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

const get = (path: string, headers: Record<string, string> = {}) =>
  createApp(root).request(path, { headers });
const page = { Accept: "text/html,application/xhtml+xml" };

describe("the server", () => {
  it("answers every place with the one page, never cached without asking", async () => {
    for (const path of ["/", "/journal", "/journal/abc", "/themes/x", "/settings"]) {
      const response = await get(path, page);
      expect(response.status).toBe(200);
      expect(await response.text()).toContain("<title>Headroom</title>");
      expect(response.headers.get("Cache-Control")).toBe("no-cache");
    }
  });

  it("lets hashed files be kept for ever and the service worker never", async () => {
    expect((await get("/assets/main-abc123.js")).headers.get("Cache-Control")).toContain(
      "immutable",
    );
    expect((await get("/serviceWorker.js")).headers.get("Cache-Control")).toBe("no-cache");
  });

  it("never answers a missing script with a page", async () => {
    const response = await get("/assets/gone-000.js", page);
    expect(response.status).toBe(404);
    expect(response.headers.get("Cache-Control")).toBe("no-cache");
    expect((await get("/nothing.json", { Accept: "application/json" })).status).toBe(404);
  });

  it("keeps to its folder whatever the path says", async () => {
    for (const path of [
      "/../package.json",
      "/%2e%2e/package.json",
      "/assets/..%2f..%2fpackage.json",
    ]) {
      expect(await (await get(path)).text()).not.toContain('"name": "headroom"');
    }
  });

  it("refuses to be written to", async () => {
    const response = await createApp(root).request("/", { method: "POST", body: "x" });
    expect(response.status).toBe(405);
  });

  it("carries every policy on every answer, errors included", async () => {
    for (const path of ["/", "/assets/main-abc123.js", "/assets/gone.js"]) {
      const { headers } = await get(path, page);
      const policy = headers.get("Content-Security-Policy") ?? "";
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("require-trusted-types-for 'script'");
      expect(policy).not.toMatch(/unsafe-inline|unsafe-eval'(?<!wasm-unsafe-eval')|https?:/);
      expect(headers.get("Strict-Transport-Security")).toContain("max-age=31536000");
      expect(headers.get("Cross-Origin-Opener-Policy")).toBe("same-origin");
      expect(headers.get("Cross-Origin-Embedder-Policy")).toBe("require-corp");
      expect(headers.get("X-Content-Type-Options")).toBe("nosniff");
      expect(headers.get("Referrer-Policy")).toBe("no-referrer");
      expect(headers.get("Permissions-Policy")).toContain("camera=()");
    }
  });

  it("tells of what went wrong to whoever keeps the log, and asks the reader to try again", async () => {
    const mailbox = new Hono<MailboxEnv>();
    mailbox.get("/broken", () => {
      throw new TypeError("of ours");
    });
    const heard: string[] = [];
    const app = createApp(root, mailbox, ({ name }) => heard.push(name));
    const response = await app.request("/broken");
    expect([response.status, heard]).toEqual([500, ["TypeError"]]);
    expect(await response.text()).not.toContain("of ours");
  });

  it("compresses text", async () => {
    const response = await get("/assets/main-abc123.js", { "Accept-Encoding": "gzip" });
    expect(response.headers.get("Content-Encoding")).toBe("gzip");
  });
});
