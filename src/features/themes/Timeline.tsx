import { Link } from "react-router";
import type { ThemeMember } from "#core/journal/Reader.ts";
import * as m from "#messages";
import { feelingName } from "#notebook/feelingName.ts";
import { momentText } from "#notebook/momentText.ts";
import { useWidth } from "#ui/useWidth.ts";
import { timelineLayout } from "./timelineLayout.ts";
import "./Timeline.css";

const shortDay = (at: number): string => `${momentText.dayNumber(at)} ${momentText.shortMonth(at)}`;

/** When a theme came back: dots on a line for eyes, the same as a list for everyone. */
export function Timeline({
  members,
  children,
}: {
  readonly members: readonly ThemeMember[];
  /** The picture in words. */
  readonly children: string;
}) {
  const { ref, width, em } = useWidth<HTMLDivElement>();
  const dated = members
    .filter(({ line }) => line.happened.precision !== "unknown")
    .sort((a, b) => a.line.happened.at - b.line.happened.at);
  const moments = dated.map(({ line }) => line.happened.at);
  const [first, last] = [moments[0], moments.at(-1)];
  const picture = width > 0 ? timelineLayout(moments, { width, em, day: shortDay }) : null;
  return (
    <figure className="timeline">
      <div className="timeline__room" ref={ref}>
        {picture && first !== undefined && last !== undefined && (
          <svg
            role="img"
            aria-label={m.themes_picture_about({
              count: moments.length,
              first: momentText.day(first),
              last: momentText.day(last),
            })}
            width={width}
            height={picture.height}
            viewBox={`0 0 ${width} ${picture.height}`}
          >
            <line
              className="timeline__line"
              x1={picture.from}
              x2={picture.to}
              y1={picture.lineY}
              y2={picture.lineY}
            />
            {picture.years.map((year) => (
              <g key={year.text}>
                <line
                  className="timeline__line"
                  x1={year.tick}
                  x2={year.tick}
                  y1={picture.lineY - 8}
                  y2={picture.lineY + 8}
                />
                <text className="timeline__year" x={year.x} y={year.y} textAnchor={year.anchor}>
                  {year.text}
                </text>
              </g>
            ))}
            {picture.dots.map((dot) => (
              <g key={`${dot.x} ${dot.y}`}>
                <circle
                  className={`timeline__dot ${dot.isLatest ? "timeline__dot--latest" : ""}`}
                  cx={dot.x}
                  cy={dot.y}
                  r={dot.radius}
                />
                {dot.count > 1 && (
                  <text
                    className="timeline__count"
                    x={dot.x}
                    y={dot.y}
                    dy="0.35em"
                    textAnchor="middle"
                  >
                    {dot.count}
                  </text>
                )}
              </g>
            ))}
            {picture.dates.map((date) => (
              <text
                key={`${date.x} ${date.text}`}
                className="timeline__date"
                x={date.x}
                y={date.y}
                textAnchor={date.anchor}
              >
                {date.text}
              </text>
            ))}
          </svg>
        )}
      </div>
      <figcaption className="timeline__words">{children}</figcaption>
      <details className="timeline__dates">
        <summary className="timeline__summary">{m.themes_picture_list()}</summary>
        <ol className="timeline__list">
          {dated.map(({ line }) => (
            <li key={line.id}>
              <Link className="timeline__link" to={`/journal/${line.id}`}>
                {[momentText.day(line.happened.at), feelingName(line.feeling)]
                  .filter((word) => word !== null)
                  .join(" · ")}
              </Link>
            </li>
          ))}
        </ol>
      </details>
    </figure>
  );
}
