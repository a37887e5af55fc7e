import type { secureHeaders } from "hono/secure-headers";

/**
 * The policies that every answer carries. Nothing comes from elsewhere; script may only be loaded
 * from here, and only through the app's one Trusted Types policy (`src/app/trustedTypes.ts`).
 * `wasm-unsafe-eval` is for Argon2id (hash-wasm).
 */
export const contentSecurity = {
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'", "'wasm-unsafe-eval'"],
    workerSrc: ["'self'"],
    styleSrc: ["'self'"],
    fontSrc: ["'self'"],
    imgSrc: ["'self'", "blob:"],
    connectSrc: ["'self'"],
    manifestSrc: ["'self'"],
    formAction: ["'self'"],
    baseUri: ["'none'"],
    frameAncestors: ["'none'"],
    requireTrustedTypesFor: ["'script'"],
    trustedTypes: ["headroom"],
  },
  // Read over HTTPS only, so behind a proxy with TLS: plain HTTP stays possible at localhost.
  strictTransportSecurity: "max-age=31536000; includeSubDomains",
  crossOriginOpenerPolicy: "same-origin",
  crossOriginEmbedderPolicy: "require-corp",
  crossOriginResourcePolicy: "same-origin",
  xContentTypeOptions: "nosniff",
  referrerPolicy: "no-referrer",
  xFrameOptions: "DENY",
  permissionsPolicy: {
    accelerometer: [],
    camera: [],
    displayCapture: [],
    geolocation: [],
    gyroscope: [],
    magnetometer: [],
    microphone: [],
    midi: [],
    payment: [],
    usb: [],
  },
} satisfies Parameters<typeof secureHeaders>[0];
