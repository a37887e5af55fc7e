/** How many releases before this one stay usable for tabs that still run them. */
const releasesKept = 2;
const prefix = "headroom-earlier-";

/** Names of the kept releases' caches, newest first. */
async function keptReleases(caches: CacheStorage): Promise<readonly string[]> {
  const names = (await caches.keys()).filter((name) => name.startsWith(prefix));
  return names.sort((a, b) => Number(b.slice(prefix.length)) - Number(a.slice(prefix.length)));
}

/**
 * Copies the last release's hashed files out of the precache before it is replaced, and lets go of
 * releases older than the two before this one. A tab of an earlier release thus never meets a
 * missing chunk. `manifest` is this release's precache list.
 */
export async function keepEarlierAssets(
  caches: CacheStorage,
  manifest: readonly { readonly url: string }[],
): Promise<void> {
  const current = new Set(manifest.map(({ url }) => `/${url.replace(/^\//, "")}`));
  const precache = (await caches.keys()).find((name) => name.includes("-precache-"));
  if (precache === undefined) return;
  const source = await caches.open(precache);
  const gone = (await source.keys()).filter(({ url }) => {
    const { pathname } = new URL(url);
    return pathname.startsWith("/assets/") && !current.has(pathname);
  });
  if (gone.length === 0) return;
  const releases = await keptReleases(caches);
  const newest = releases[0] === undefined ? 0 : Number(releases[0].slice(prefix.length));
  const kept = await caches.open(`${prefix}${newest + 1}`);
  for (const request of gone) {
    const response = await source.match(request);
    if (response) await kept.put(request, response);
  }
  await Promise.all(releases.slice(releasesKept - 1).map((name) => caches.delete(name)));
}

/** A file of an earlier release, else what the network says. */
export async function earlierAsset(caches: CacheStorage, request: Request): Promise<Response> {
  for (const name of await keptReleases(caches)) {
    const kept = await (await caches.open(name)).match(request);
    if (kept) return kept;
  }
  return fetch(request);
}
