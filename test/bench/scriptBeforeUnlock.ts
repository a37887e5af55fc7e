import { gzipSync } from "node:zlib";
import type { Browser } from "playwright";

/** Scripts that a page and its workers fetched, and their size. */
export interface ScriptsFetched {
  readonly files: readonly { readonly path: string; readonly gzip: number }[];
  readonly gzip: number;
}

/**
 * Every script that a first visit fetches until the locked app is ready for a passphrase, by page
 * and workers alike. The service worker, which fetches the rest afterwards, is left out.
 */
export async function scriptBeforeUnlock(browser: Browser, url: string): Promise<ScriptsFetched> {
  const context = await browser.newContext({ serviceWorkers: "block" });
  const files = new Map<string, number>();
  const reading: Promise<void>[] = [];
  context.on("response", (response) => {
    const { pathname } = new URL(response.url());
    if (!pathname.endsWith(".js") || files.has(pathname)) return;
    files.set(pathname, 0);
    reading.push(
      response.body().then((body) => {
        files.set(pathname, gzipSync(body).length);
      }),
    );
  });
  const page = await context.newPage();
  await page.goto(url, { waitUntil: "networkidle" });
  await page.getByRole("heading", { level: 1 }).waitFor();
  await Promise.all(reading);
  await context.close();
  const list = [...files].map(([path, gzip]) => ({ path, gzip }));
  return { files: list, gzip: list.reduce((sum, file) => sum + file.gzip, 0) };
}
