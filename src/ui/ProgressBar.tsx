import { useId } from "react";
import "./ProgressBar.css";

/** How far a piece of work is. Without a `value` it is under way and nobody knows how long. */
export function ProgressBar({
  label,
  value,
  max = 1,
}: {
  readonly label: string;
  readonly value?: number;
  readonly max?: number;
}) {
  const id = useId();
  return (
    <div className="progress">
      <label htmlFor={id}>{label}</label>
      <progress id={id} className="progress__bar" value={value} max={max} />
    </div>
  );
}
