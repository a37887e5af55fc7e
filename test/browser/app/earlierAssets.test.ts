import { afterEach, beforeEach, expect, it } from "vitest";
import { earlierAsset, keepEarlierAssets } from "#app/serviceWorker/earlierAssets.ts";

// The real Cache Storage of Chromium; a release is a precache that holds one hashed file.
const precacheName = `workbox-precache-v2-${window.location.origin}/`;

async function clear(): Promise<void> {
  for (const name of await caches.keys()) await caches.delete(name);
}
beforeEach(clear);
afterEach(clear);

const manifestOf = (release: number) => [
  { url: "index.html" },
  { url: `assets/place-${release}.js` },
];

/** What a release's installation and activation leave behind. */
async function deploy(release: number): Promise<void> {
  await keepEarlierAssets(caches, manifestOf(release));
  await caches.delete(precacheName);
  const precache = await caches.open(precacheName);
  await precache.put("/index.html", new Response(`page ${release}`));
  await precache.put(`/assets/place-${release}.js`, new Response(`chunk ${release}`));
}

const chunk = async (release: number): Promise<string> =>
  (await earlierAsset(caches, new Request(`/assets/place-${release}.js`))).text();

it("a tab finds its chunks for two releases after its own, and the disk keeps no more", async () => {
  for (const release of [1, 2, 3]) await deploy(release);
  expect(await chunk(1)).toBe("chunk 1");
  expect(await chunk(2)).toBe("chunk 2");
  await deploy(4);
  expect(await chunk(2)).toBe("chunk 2");
  expect(await chunk(3)).toBe("chunk 3");
  const kept = (await caches.keys()).filter((name) => name.startsWith("headroom-earlier-"));
  expect(kept).toHaveLength(2);
});

it("keeps only hashed files: an old page is never served again", async () => {
  await deploy(1);
  await deploy(2);
  const [kept] = (await caches.keys()).filter((name) => name.startsWith("headroom-earlier-"));
  const urls = (await (await caches.open(kept ?? "")).keys()).map(
    ({ url }) => new URL(url).pathname,
  );
  expect(urls).toEqual(["/assets/place-1.js"]);
});

it("a first visit and a release without changes keep nothing", async () => {
  await deploy(1);
  await deploy(1);
  expect((await caches.keys()).filter((name) => name.startsWith("headroom-earlier-"))).toEqual([]);
});
