import { Lock } from "lucide-react";
import * as m from "#messages";

/** "Private to you", with a lock: on screen wherever nobody else can see. */
export function PrivacyBadge() {
  return (
    <span className="privacy">
      <Lock size={20} strokeWidth={1.75} aria-hidden />
      {m.common_private()}
    </span>
  );
}
