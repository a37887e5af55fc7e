import { Lightbulb, type LucideIcon, NotebookPen, Repeat2, Sunrise } from "lucide-react";
import * as m from "#messages";

/** The places in the navigation, in order; only ones that exist. */
export const places: readonly {
  readonly to: string;
  readonly icon: LucideIcon;
  readonly name: () => string;
}[] = [
  { to: "/", icon: Sunrise, name: m.shell_today },
  { to: "/journal", icon: NotebookPen, name: m.shell_journal },
  { to: "/themes", icon: Repeat2, name: m.shell_themes },
  { to: "/proposals", icon: Lightbulb, name: m.shell_proposals },
];
