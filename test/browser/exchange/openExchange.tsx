import { cleanup } from "@testing-library/react";
import { afterEach } from "vitest";
import { startExchange } from "#app/startExchange.ts";
import type { Result } from "#base/Result.ts";
import type { StartedExchange } from "#core/exchange/Exchange.ts";
import type { Mark, Vault } from "#core/journal/Vault.ts";
import { ExampleCard } from "#features/exchange/ExampleCard.tsx";
import { ExportPage } from "#features/exchange/ExportPage.tsx";
import { ImportPage } from "#features/exchange/ImportPage.tsx";
import type { Workspace } from "#notebook/Workspace.ts";
import type { OpenTab } from "../proposals/openPlace.tsx";
import { showPages } from "../showPages.tsx";

const running: StartedExchange[] = [];

afterEach(() => {
  cleanup();
  for (const { stop } of running.splice(0)) stop();
});

/** The app's own exchange worker, ended after the test. */
export function openExchange(): StartedExchange {
  const started = startExchange(() => {
    throw new Error("the exchange worker failed");
  });
  running.push(started);
  return started;
}

/** Shows the screens for import and export and the example at `path`, as the shell would. */
export function showExchange({ workspace }: OpenTab, path: string) {
  const props = { workspace, startExchange: openExchange };
  return showPages(workspace, path, {
    "/settings/import": <ImportPage {...props} />,
    "/settings/export": <ExportPage {...props} />,
    "/settings": (
      <>
        <h1>Settings</h1>
        <ExampleCard {...props} />
      </>
    ),
  });
}

type ExportPageOf = Extract<
  Awaited<ReturnType<Vault["exportPage"]>>,
  { readonly ok: true }
>["value"];

/** The value of a success. */
export function good<T>(result: Result<T, unknown>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

/** Everything in a journal, by id, as an export reads it; numbers of earlier states are the device's own. */
export async function everything({ vault }: Workspace) {
  const all = new Map<string, unknown>();
  let after: Mark | null = null;
  do {
    const page: ExportPageOf = good(await vault.exportPage(after));
    for (const { record, versions } of page.items)
      all.set(record.id, { record, earlier: versions.map((version) => version.record) });
    after = page.next;
  } while (after !== null);
  return new Map([...all].sort(([a], [b]) => (a < b ? -1 : 1)));
}
