/**
 * Processor time that this process has taken, in milliseconds: what a test that something ends in
 * bounded time goes by, since by the clock a busy machine would be blamed on the code.
 */
export function processorNow(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
