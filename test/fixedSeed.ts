import fc from "fast-check";

/**
 * Properties are tried on the same cases in every run, so that a run says something of the change and
 * not of chance. Another seed looks further: `FC_SEED=7 npx vitest run --project unit`.
 */
const chosen = typeof process === "undefined" ? undefined : process.env.FC_SEED;
fc.configureGlobal({ seed: Number(chosen ?? 20_261_122) });
