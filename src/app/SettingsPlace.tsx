import type { ComponentProps } from "react";
import { useOutletContext } from "react-router";
import { SettingsPage } from "#features/settings/SettingsPage.tsx";
import type { ShellActs } from "./shell/Shell.tsx";

/** Settings, whose "Lock now" asks as the shell's own does. */
export function SettingsPlace(props: Omit<ComponentProps<typeof SettingsPage>, "onLock">) {
  const { lockNow } = useOutletContext<ShellActs>();
  return <SettingsPage {...props} onLock={() => void lockNow()} />;
}
