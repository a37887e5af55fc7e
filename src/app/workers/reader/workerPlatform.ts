import type { ReaderPlatform } from "#reading/ReaderPlatform.ts";

/** The reader's platform in a worker of the browser. */
export function workerPlatform(): ReaderPlatform {
  const encoder = new TextEncoder();
  const decoder = new TextDecoder("utf-8", { fatal: true });
  return {
    turn: messageTurns(),
    after: (milliseconds, task) => {
      const timer = setTimeout(task, milliseconds);
      return () => clearTimeout(timer);
    },
    encode: (text) => encoder.encode(text),
    decode: (bytes) => decoder.decode(bytes),
    timezoneOffset: (at) => new Date(at).getTimezoneOffset(),
  };
}

/** Turns by message: unlike timers they are not held back by 4 ms, and questions queue fairly with them. */
function messageTurns(): () => Promise<void> {
  const { port1, port2 } = new MessageChannel();
  const waiting: (() => void)[] = [];
  port1.onmessage = () => waiting.shift()?.();
  return () =>
    new Promise((go) => {
      waiting.push(go);
      port2.postMessage(null);
    });
}
