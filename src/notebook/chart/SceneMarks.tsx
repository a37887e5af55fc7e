import { memo } from "react";
import type { ChartMark } from "./ChartScene.ts";
import "./Chart.css";

/** Marks as SVG elements; Chart.css gives each role its look, light and dark. */
export const SceneMarks = memo(({ marks }: { readonly marks: readonly ChartMark[] }) =>
  marks.map((mark, index) =>
    mark.type === "shape" ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: marks have no identity, only an order
      <path key={index} className={`chart-mark chart-mark--${mark.role}`} d={mark.path} />
    ) : (
      <text
        // biome-ignore lint/suspicious/noArrayIndexKey: marks have no identity, only an order
        key={index}
        className={`chart-words chart-words--${mark.role}`}
        x={mark.x}
        y={mark.y}
        textAnchor={mark.anchor}
      >
        {mark.text}
      </text>
    ),
  ),
);
