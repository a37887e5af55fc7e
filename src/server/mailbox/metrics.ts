import {
  Counter,
  collectDefaultMetrics,
  Gauge,
  Histogram,
  type OpenMetricsContentType,
  Registry,
} from "prom-client";

const latency = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 30];

/** What an operator may know: sums over everyone, never a space, a device, an address or a word. */
export type Metrics = ReturnType<typeof createMetrics>;

/** The server's metrics in a registry of their own, in OpenMetrics. */
export function createMetrics() {
  const registry = new Registry<OpenMetricsContentType>();
  registry.setContentType(Registry.OPENMETRICS_CONTENT_TYPE);
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  let unsent = () => 0;
  new Gauge({
    name: "headroom_unsent_bytes",
    help: "What waits for readers that read slowly.",
    registers,
    collect() {
      this.set(unsent());
    },
  });
  return {
    registry,
    /** Says how to count what waits unsent. */
    countUnsent: (count: () => number) => {
      unsent = count;
    },
    requests: new Counter({
      name: "headroom_requests",
      help: "Requests answered, by route pattern and status.",
      labelNames: ["route", "status"],
      registers,
    }),
    seconds: new Histogram({
      name: "headroom_request_seconds",
      help: "Time from a request's arrival to its answer, long polls left out.",
      buckets: latency,
      registers,
    }),
    refusals: new Counter({
      name: "headroom_refusals",
      help: "Requests and rows refused, by reason.",
      labelNames: ["reason"],
      registers,
    }),
    rows: new Counter({ name: "headroom_rows", help: "New rows kept on disk.", registers }),
    rowBytes: new Counter({
      name: "headroom_row_bytes",
      help: "Bytes of the bodies of new rows kept on disk.",
      registers,
    }),
    commitSeconds: new Histogram({
      name: "headroom_commit_seconds",
      help: "Time from a push's arrival until it is on disk.",
      buckets: latency,
      registers,
    }),
    sockets: new Gauge({ name: "headroom_sockets", help: "WebSockets open.", registers }),
    slowReaders: new Counter({
      name: "headroom_slow_readers",
      help: "Times that a reader fell behind what is live.",
      registers,
    }),
  };
}
