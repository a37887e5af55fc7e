import { WifiOff } from "lucide-react";
import { useSyncExternalStore } from "react";
import * as m from "#messages";
import { Chip } from "./Chip.tsx";

function onConnection(changed: () => void): () => void {
  window.addEventListener("online", changed);
  window.addEventListener("offline", changed);
  return () => {
    window.removeEventListener("online", changed);
    window.removeEventListener("offline", changed);
  };
}

/** Says that there is no network and that nothing is lost by it; otherwise nothing. */
export function OfflineChip() {
  const isOnline = useSyncExternalStore(onConnection, () => navigator.onLine);
  return (
    <span role="status">
      {!isOnline && <Chip icon={WifiOff}>{m.common_offline_all_kept()}</Chip>}
    </span>
  );
}
