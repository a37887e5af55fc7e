import { Ellipsis, Lock as LockIcon, Settings, Users } from "lucide-react";
import { useRef, useState } from "react";
import { NavLink } from "react-router";
import * as m from "#messages";
import { Button } from "#ui/Button.tsx";
import { Dialog } from "#ui/Dialog.tsx";
import { LinkButton } from "#ui/LinkButton.tsx";
import { useClearOfToasts } from "#ui/toasterPlace.ts";
import { places } from "./places.ts";
import { useBarRoom } from "./useBarRoom.ts";

const icon = { size: 26, strokeWidth: 1.75, "aria-hidden": true } as const;

/** The rail on wide screens, the bar under the thumb on narrow ones: one navigation. */
export function PlaceNav({ onLock }: { readonly onLock: () => void }) {
  const [isMoreOpen, setMoreOpen] = useState(false);
  const bar = useRef<HTMLElement>(null);
  useBarRoom(bar);
  useClearOfToasts(bar);
  const close = () => setMoreOpen(false);
  return (
    <nav ref={bar} className="shell__nav" aria-label={m.shell_places()}>
      {places.map(({ to, icon: Icon, name }) => (
        <NavLink key={to} to={to} end={to === "/"} className="shell__place">
          <Icon {...icon} />
          {name()}
        </NavLink>
      ))}
      <span className="shell__gap" />
      <NavLink to="/team" className="shell__place shell__aside">
        <Users {...icon} />
        {m.shell_team()}
      </NavLink>
      <NavLink to="/settings" className="shell__place shell__aside">
        <Settings {...icon} />
        {m.shell_settings()}
      </NavLink>
      <button type="button" className="shell__place shell__aside" onClick={onLock}>
        <LockIcon {...icon} />
        {m.shell_lock()}
      </button>
      <button
        type="button"
        className="shell__place shell__more"
        aria-haspopup="dialog"
        onClick={() => setMoreOpen(true)}
      >
        <Ellipsis {...icon} />
        {m.shell_more()}
      </button>
      <Dialog title={m.shell_more()} isOpen={isMoreOpen} onClose={close}>
        <div className="shell__sheet">
          <LinkButton to="/team" variant="quiet" icon={Users} onClick={close}>
            {m.shell_team()}
          </LinkButton>
          <LinkButton to="/settings" variant="quiet" icon={Settings} onClick={close}>
            {m.shell_settings()}
          </LinkButton>
          <Button variant="quiet" icon={LockIcon} onPress={onLock}>
            {m.shell_lock_now()}
          </Button>
        </div>
      </Dialog>
    </nav>
  );
}
