import { encode } from "uqr";
import "./QrCode.css";

/** Modules of empty ground around the code: fewer, and cameras miss it (ISO/IEC 18004 asks for four). */
const border = 4;

/** One path for all dark modules, a unit square each. */
function darkPath(rows: readonly (readonly boolean[])[]): string {
  return rows
    .flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : "")))
    .join("");
}

/** `text` as a QR code to be photographed from another screen or a print; always dark on light. */
export function QrCode({ text, label }: { readonly text: string; readonly label: string }) {
  const { data, size } = encode(text, { ecc: "M", border });
  return (
    <svg className="qr-code" role="img" aria-label={label} viewBox={`0 0 ${size} ${size}`}>
      <rect className="qr-code__ground" width={size} height={size} />
      <path className="qr-code__dark" d={darkPath(data)} />
    </svg>
  );
}
