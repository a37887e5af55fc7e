import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { type ReactNode, useEffect, useState } from "react";
import { useSight } from "./useSight.ts";
import type { Workspace } from "./Workspace.ts";

/** The least time between two rounds of asking again, so that a loading journal does not flood the page. */
const leastMilliseconds = 150;

const newClient = () =>
  new QueryClient({
    defaultOptions: {
      queries: {
        // Everything is answered on this device: being offline is no reason to wait.
        networkMode: "always",
        retry: false,
        // What a person could meet comes back as a value; what is thrown is a bug, for the place's boundary.
        throwOnError: true,
        staleTime: Number.POSITIVE_INFINITY,
        gcTime: 60_000,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
      },
    },
  });

/**
 * Holds what `useReading` and `useSpaces` were answered and asks again when the journal or its spaces
 * change, and tells them whether somebody looks. Once around an open journal.
 */
export function ReadingProvider({
  workspace,
  children,
}: {
  readonly workspace: Workspace;
  readonly children: ReactNode;
}): ReactNode {
  const [client] = useState(newClient);
  useEffect(() => {
    let stopped = false;
    let stop: (() => void) | null = null;
    let waiting: ReturnType<typeof setTimeout> | null = null;
    let last = Number.NEGATIVE_INFINITY;
    const askAgain = () => {
      waiting = null;
      last = performance.now();
      void client.invalidateQueries({ queryKey: ["reading"] });
    };
    const changed = () => {
      if (stopped || waiting !== null) return;
      const wait = Math.max(0, last + leastMilliseconds - performance.now());
      waiting = setTimeout(askAgain, wait);
    };
    void workspace.reader.subscribe(changed).then((unsubscribe) => {
      if (stopped) unsubscribe();
      else stop = unsubscribe;
    });
    return () => {
      stopped = true;
      if (waiting !== null) clearTimeout(waiting);
      stop?.();
    };
  }, [client, workspace]);
  useSight(workspace);
  useEffect(() => {
    const ask = () => void client.invalidateQueries({ queryKey: ["spaces"] });
    const stop = workspace.spaces.subscribe(ask);
    return () => {
      void stop.then((end) => end());
    };
  }, [client, workspace]);
  return <QueryClientProvider client={client}>{children}</QueryClientProvider>;
}
