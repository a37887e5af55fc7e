import type { ReactElement } from "react";
import type { RouteObject } from "react-router";
import { BrokenPlace } from "./shell/BrokenPlace.tsx";
import { MissingPlace } from "./shell/MissingPlace.tsx";

/** A route whose place is fetched when it is first entered. */
export const place = (path: string, load: () => Promise<ReactElement>): RouteObject => ({
  path,
  ErrorBoundary: BrokenPlace,
  lazy: async () => ({ element: await load().catch(() => <MissingPlace load={load} />) }),
});
