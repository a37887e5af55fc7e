import { useEffect } from "react";
import type { Workspace } from "./Workspace.ts";

/** Tells the spaces whether this page is in sight, and again when the device loses its network or has it back: they look at once. */
export function useSight({ spaces }: Workspace): void {
  useEffect(() => {
    const tell = () => void spaces.inSight(document.visibilityState === "visible");
    if (document.visibilityState !== "visible") tell();
    document.addEventListener("visibilitychange", tell);
    window.addEventListener("online", tell);
    window.addEventListener("offline", tell);
    return () => {
      document.removeEventListener("visibilitychange", tell);
      window.removeEventListener("online", tell);
      window.removeEventListener("offline", tell);
    };
  }, [spaces]);
}
