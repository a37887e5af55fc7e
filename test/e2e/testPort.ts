/**
 * The ports of a run of end-to-end tests: `E2E_PORT` (8790) and the nine after it, so that two
 * checkouts can be tested at once; `npm test`, which runs three thirds, takes thirty. `place` 0 is the
 * server all tests share.
 */
export const testPort = (place: number): number => Number(process.env.E2E_PORT ?? 8790) + place;
