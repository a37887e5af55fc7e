import { useEffect, useState } from "react";
import type { Door } from "#core/journal/Door.ts";

/** How often the bar moves, in milliseconds. */
const every = 250;

/** How much of a backup has been read, from 0 to 1, while one is. */
export function useBackupProgress(door: Door, isRunning: boolean): number {
  const [progress, setProgress] = useState(0);
  useEffect(() => {
    if (!isRunning) return;
    setProgress(0);
    const timer = setInterval(() => void door.backupProgress().then(setProgress), every);
    return () => clearInterval(timer);
  }, [door, isRunning]);
  return progress;
}
