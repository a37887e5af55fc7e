import * as m from "#messages";
import { Button } from "#ui/Button.tsx";
import { Card } from "#ui/Card.tsx";
import { ProgressBar } from "#ui/ProgressBar.tsx";

/** Work under way, with its bar and a way to stop it while nothing is kept yet. */
export function ImportWork({
  label,
  value,
  max,
  onCancel,
}: {
  readonly label: string;
  readonly value?: number;
  readonly max?: number;
  readonly onCancel?: () => void;
}) {
  return (
    <Card className="exchange__work" aria-label={m.exchange_import_title()}>
      <ProgressBar
        label={label}
        {...(value === undefined ? {} : { value })}
        {...(max === undefined ? {} : { max })}
      />
      {onCancel && <Button onPress={onCancel}>{m.exchange_cancel()}</Button>}
    </Card>
  );
}
