import { useEffect } from "react";
import type { Workspace } from "./Workspace.ts";

/** Tells the spaces whether this page is in sight, and of it again when the device has its network back. */
export function useSight({ spaces }: Workspace): void {
  useEffect(() => {
    const tell = () => void spaces.inSight(document.visibilityState === "visible");
    if (document.visibilityState !== "visible") tell();
    document.addEventListener("visibilitychange", tell);
    window.addEventListener("online", tell);
    return () => {
      document.removeEventListener("visibilitychange", tell);
      window.removeEventListener("online", tell);
    };
  }, [spaces]);
}
