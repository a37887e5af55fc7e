/** An answer of the database counts for so many milliseconds. */
const askAgainAfter = 1_000;

/** Whether the database answers; asked once a second at most, however many want to know. */
export function createHealth(
  ping: () => Promise<void>,
  failed: (failure: unknown) => void,
): () => Promise<boolean> {
  let answer: Promise<boolean> | null = null;

  async function ask(): Promise<boolean> {
    try {
      await ping();
      return true;
    } catch (failure) {
      failed(failure);
      return false;
    } finally {
      setTimeout(() => {
        answer = null;
      }, askAgainAfter).unref();
    }
  }

  return () => {
    answer ??= ask();
    return answer;
  };
}
