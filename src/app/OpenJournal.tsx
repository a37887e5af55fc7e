import { createBrowserRouter } from "react-router";
import { RouterProvider } from "react-router/dom";
import { ReadingProvider } from "#notebook/ReadingProvider.tsx";
import type { Workspace } from "#notebook/Workspace.ts";
import type { PlaceParts } from "./PlaceParts.ts";
import { makeRoutes } from "./routes.tsx";

type Router = ReturnType<typeof createBrowserRouter>;

/** Makes the router and waits until the place the address names is loaded, so that nothing flickers. */
export function openRouter(parts: PlaceParts): Promise<Router> {
  const router = createBrowserRouter(makeRoutes(parts));
  return new Promise((resolve) => {
    if (router.state.initialized) {
      resolve(router);
      return;
    }
    const stop = router.subscribe((state) => {
      if (!state.initialized) return;
      stop();
      resolve(router);
    });
  });
}

/** An open journal on screen. */
export function OpenJournal({
  workspace,
  router,
}: {
  readonly workspace: Workspace;
  readonly router: Router;
}) {
  return (
    <ReadingProvider workspace={workspace}>
      <RouterProvider router={router} />
    </ReadingProvider>
  );
}
