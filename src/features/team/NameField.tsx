import * as m from "#messages";
import { TextField } from "#ui/TextField.tsx";

/** The longest name that is taken, of a team, a person or a device: characters. */
const longestName = 80;

const words = {
  space: { label: m.team_name, help: m.team_name_help },
  me: { label: m.team_my_name, help: m.team_my_name_help },
  device: { label: m.team_device_name, help: m.team_device_name_help },
} as const;

/** What a team, oneself in it, or a device of one's own is called. */
export function NameField({
  of,
  value,
  onChange,
}: {
  readonly of: keyof typeof words;
  readonly value: string;
  readonly onChange: (name: string) => void;
}) {
  return (
    <TextField
      label={words[of].label()}
      description={words[of].help()}
      value={value}
      onChange={onChange}
      maxLength={longestName}
    />
  );
}
