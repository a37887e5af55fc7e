import type { Assurance, PointType } from "#core/chart/ChartReading.ts";
import * as m from "#messages";
import type { ChartMark } from "./ChartScene.ts";
import { circle, marker, meaningRole, pathThrough } from "./chartShapes.ts";
import { SceneMarks } from "./SceneMarks.tsx";
import "./Chart.css";

const shape = (role: Extract<ChartMark, { type: "shape" }>["role"], path: string): ChartMark => ({
  type: "shape",
  role,
  path,
});

/** Heights of the five points of the small picture, by whether the last ones are usual, high or low. */
const heights = {
  usual: [24, 31, 22, 30, 26],
  high: [34, 29, 35, 20, 12],
  low: [18, 23, 17, 32, 40],
} as const;

/** A small picture of the latest variation: a line between limits whose last point has the shape that the chart gives it. */
export function VariationPicture({
  variation,
  isHigh,
}: {
  readonly variation: PointType;
  readonly isHigh: boolean;
}) {
  const ys = heights[variation === "common_cause" ? "usual" : isHigh ? "high" : "low"];
  const at = ys.map((y, index) => [9 + index * 12, y] as const);
  const end = at.at(-1) ?? [0, 0];
  const rule = (y: number) =>
    pathThrough([
      [4, y],
      [62, y],
    ]);
  return (
    <svg className="glance__picture" width="66" height="52" viewBox="0 0 66 52" aria-hidden>
      <SceneMarks
        marks={[
          shape("limit", rule(8)),
          shape("limit", rule(44)),
          shape("line", pathThrough(at)),
          ...at.slice(0, -1).map(([x, y]) => shape("usual", circle(x, y, 3))),
          shape(meaningRole[variation], marker(variation, end[0], end[1], 5.5)),
        ]}
      />
    </svg>
  );
}

/** A small picture of a target and the limits: beyond them on the good side, beyond them on the other, or between. */
function AssurancePicture({ assurance }: { readonly assurance: Assurance }) {
  const y = assurance === "inconsistent" ? 26 : assurance === "consistent_pass" ? 44 : 8;
  return (
    <svg className="glance__picture" width="66" height="52" viewBox="0 0 66 52" aria-hidden>
      <SceneMarks
        marks={[
          shape(
            "band",
            pathThrough(
              [
                [4, 15],
                [62, 15],
                [62, 37],
                [4, 37],
              ],
              true,
            ),
          ),
          shape(
            "line",
            pathThrough([
              [6, 30],
              [18, 21],
              [30, 32],
              [44, 20],
              [60, 27],
            ]),
          ),
          shape(
            "target",
            pathThrough([
              [4, y],
              [62, y],
            ]),
          ),
        ]}
      />
    </svg>
  );
}

const assuranceName = (assurance: Assurance): string => {
  if (assurance === "consistent_pass") return m.charts_target_name_pass();
  return assurance === "consistent_fail"
    ? m.charts_target_name_fail()
    : m.charts_target_name_either();
};

/** Whether the target can be relied on, as a picture with its words. */
export function AssuranceGlance({ assurance }: { readonly assurance: Assurance }) {
  return (
    <p className="glance">
      <AssurancePicture assurance={assurance} />
      <span>{assuranceName(assurance)}</span>
    </p>
  );
}
