import { Fingerprint, Smartphone } from "lucide-react";
import { useCallback, useEffect, useState } from "react";
import type { JournalId } from "#core/identifiers.ts";
import type { Door } from "#core/journal/Door.ts";
import type { WaysToUnlock } from "#core/journal/WaysToUnlock.ts";
import * as m from "#messages";
import { hasPasskeys } from "#notebook/keys/passkey.ts";
import { useSharedDevice } from "#notebook/sharedDevice.ts";
import type { Workspace } from "#notebook/Workspace.ts";
import { Button } from "#ui/Button.tsx";
import { type WayChange, WayDialog } from "./WayDialog.tsx";

/** Opening without typing: what there is, and adding and removing it. */
export function WaysSection({
  workspace,
  door,
  journalId,
}: {
  readonly workspace: Workspace;
  readonly door: Door;
  readonly journalId: JournalId;
}) {
  const [ways, setWays] = useState<WaysToUnlock | null>(null);
  const [change, setChange] = useState<WayChange | null>(null);
  const isShared = useSharedDevice();
  const look = useCallback(async () => {
    const known = await door.ways(journalId);
    if (known.ok) setWays(known.value);
  }, [door, journalId]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: saying that the device is shared takes a way out
  useEffect(() => {
    void look();
  }, [look, isShared]);
  if (ways === null) return null;
  const device = isShared ? null : ways.device;
  return (
    <>
      {(ways.passkeys.length > 0 || device !== null) && (
        <ul className="settings__ways" aria-label={m.settings_ways_held()}>
          {ways.passkeys.map(({ slot }, index) => (
            <li key={slot}>
              <span>
                <Fingerprint size={22} strokeWidth={1.75} aria-hidden />{" "}
                {m.settings_way_passkey({ number: index + 1 })}
              </span>
              <Button
                variant="quiet"
                aria-label={m.settings_way_remove_passkey({ number: index + 1 })}
                onPress={() => setChange({ type: "remove", slot })}
              >
                {m.settings_way_remove()}
              </Button>
            </li>
          ))}
          {device !== null && (
            <li>
              <span>
                <Smartphone size={22} strokeWidth={1.75} aria-hidden /> {m.settings_way_device()}
              </span>
              <Button
                variant="quiet"
                aria-label={m.settings_way_remove_device()}
                onPress={() => setChange({ type: "remove", slot: device })}
              >
                {m.settings_way_remove()}
              </Button>
            </li>
          )}
        </ul>
      )}
      <div className="settings__row">
        {hasPasskeys() && (
          <Button icon={Fingerprint} onPress={() => setChange({ type: "passkey" })}>
            {m.settings_way_add_passkey()}
          </Button>
        )}
        {device === null && !isShared && (
          <Button icon={Smartphone} onPress={() => setChange({ type: "device" })}>
            {m.settings_way_add_device()}
          </Button>
        )}
      </div>
      {isShared && <p className="settings__hint">{m.settings_way_device_shared()}</p>}
      {change && (
        <WayDialog
          workspace={workspace}
          change={change}
          onChanged={() => void look()}
          onClose={() => setChange(null)}
        />
      )}
    </>
  );
}
