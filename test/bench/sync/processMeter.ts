import { readFileSync } from "node:fs";

/** The resident memory of a process in MB, as Linux counts it; NaN elsewhere. */
export function residentMemory(pid: number | undefined): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, "utf8");
    return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1]) / 1024;
  } catch {
    return Number.NaN;
  }
}

/** Clock ticks a second that Linux counts processor time in. */
const ticks = 100;

/** Milliseconds of processor time that a process has used, its kernel part included; NaN elsewhere. */
export function processorTime(pid: number | undefined): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1)?.split(" ") ?? [];
    return ((Number(fields[11]) + Number(fields[12])) / ticks) * 1000;
  } catch {
    return Number.NaN;
  }
}
