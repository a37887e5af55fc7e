import { testPort } from "../e2e/testPort.ts";

/** Where the app under proof is served: by Playwright's server in `npm test`, by `browserSuites` in `npm run prove`. */
export const provingOrigin = `http://localhost:${testPort(0)}`;
