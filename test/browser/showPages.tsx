import { render } from "@testing-library/react";
import type { ReactNode } from "react";
import { createMemoryRouter, RouterProvider } from "react-router";
import "#ui/base.css";
import { ReadingProvider } from "#notebook/ReadingProvider.tsx";
import type { Workspace } from "#notebook/Workspace.ts";
import { Toaster } from "#ui/Toaster.tsx";

/** Shows pages at `path` in the frame that the shell gives them; each stands under the path of its route. */
export function showPages(
  workspace: Workspace,
  path: string,
  pages: Readonly<Record<string, ReactNode>>,
  /** What the frame has besides the page. */
  beside: ReactNode = null,
) {
  const routes = Object.entries({ ...pages, "*": <h1>Elsewhere</h1> });
  const router = createMemoryRouter(
    routes.map(([at, element]) => ({ path: at, element })),
    { initialEntries: [path] },
  );
  document.documentElement.lang = "en-GB";
  const shown = render(
    <ReadingProvider workspace={workspace}>
      <main>
        <RouterProvider router={router} />
      </main>
      <Toaster />
      {beside}
    </ReadingProvider>,
  );
  return {
    ...shown,
    router,
    /** The path of the page that is open. */
    path: () => router.state.location.pathname,
  };
}
