import { type DestinationStream, type Logger, pino } from "pino";

/** A log of what the server does: route patterns, statuses, times, names of errors. */
export type Log = Logger;

/**
 * Lines of JSON on standard output. Nothing of a request but its route pattern is ever given to it:
 * no path, query, header, address, id or body; of an error its name and code only.
 */
export const createLog = (level: string, destination?: DestinationStream): Log =>
  pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
    },
    ...(destination ? [destination] : []),
  );

/** What of an error may stand in a log. */
export function errorFacts(failure: unknown): { readonly name: string; readonly code?: string } {
  if (!(failure instanceof Error)) return { name: typeof failure };
  const code = "code" in failure && typeof failure.code === "string" ? failure.code : undefined;
  return code === undefined ? { name: failure.name } : { name: failure.name, code };
}
