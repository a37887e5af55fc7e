import { spawn } from "node:child_process";
import { createInterface } from "node:readline";

/** The production build behind its own server, as `npm start` serves it. */
export interface ServedApp {
  readonly url: string;
  readonly stop: () => void;
}

/** Builds if needed and serves on a free port; its build messages go to standard error. */
export async function serveApp(): Promise<ServedApp> {
  const child = spawn(process.execPath, ["scripts/start.mjs"], {
    env: { ...process.env, PORT: "0" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  for await (const line of createInterface({ input: child.stdout })) {
    const url = /http:\/\/localhost:\d+/.exec(line)?.[0];
    if (url) {
      child.stdout.resume();
      return { url, stop: () => child.kill("SIGTERM") };
    }
    console.error(line);
  }
  throw new Error("the server did not start");
}
