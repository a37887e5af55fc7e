/** A plain clone's own few, one of each way in that we know. */
const own = [
  '<img src=x onerror="window.__xss=1;alert(1)">',
  "<script>window.__xss=1</script>",
  '<svg onload="window.__xss=1">',
  "[click](javascript:window.__xss=1)",
  "![](https://elsewhere.invalid/pixel.png)",
  "<iframe srcdoc='<script>parent.__xss=1</script>'></iframe>",
  '"><details open ontoggle=window.__xss=1>',
  "{{constructor.constructor('window.__xss=1')()}}",
  "\u202Etxet desrever\u202C \u0000 \uFFFF 👩‍⚕️👍🏽",
];

/** The files of `../shared/data/hostile` that hold such texts. */
type HostileFile =
  | "xss/dompurify-expect.json"
  | "xss/payloadbox-sample.txt"
  | "strings/blns-dev.json";

/**
 * Every XSS payload and naughty string of those files, after a few of our own; these alone where
 * `read` answers null, as it does in a plain clone.
 */
export function gatherHostileTexts(read: (file: HostileFile) => string | null): readonly string[] {
  const purify = JSON.parse(read("xss/dompurify-expect.json") ?? "[]") as {
    readonly payload: string;
  }[];
  const box = (read("xss/payloadbox-sample.txt") ?? "").split("\n");
  const naughty = JSON.parse(read("strings/blns-dev.json") ?? "[]") as string[];
  return [...own, ...purify.map(({ payload }) => payload), ...box, ...naughty].filter(
    (text) => text.trim() !== "",
  );
}
