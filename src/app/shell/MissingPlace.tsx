import { type ReactElement, useState } from "react";
import { UnshownPlace } from "./BrokenPlace.tsx";

/**
 * Stands in for a place whose code could not be fetched, and fetches it again when asked. The router
 * would remember a failed `lazy` for as long as the page lives, and show nothing.
 */
export function MissingPlace({ load }: { readonly load: () => Promise<ReactElement> }) {
  const [place, setPlace] = useState<ReactElement | null>(null);
  // Still missing: the notice stays.
  const retry = () => load().then(setPlace, () => {});
  return place ?? <UnshownPlace onRetry={() => void retry()} />;
}
