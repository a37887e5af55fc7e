import { Sunrise } from "lucide-react";
import * as m from "#messages";
import { LinkButton } from "#ui/LinkButton.tsx";
import { PageHeader } from "#ui/PageHeader.tsx";

/** An address that leads nowhere. */
export function NotFoundPage() {
  return (
    <>
      <PageHeader title={m.shell_not_found()} pageName={m.shell_not_found()} />
      <div className="shell__words">
        <p>{m.shell_not_found_hint()}</p>
        <LinkButton to="/" variant="main" icon={Sunrise}>
          {m.shell_go_to_today()}
        </LinkButton>
      </div>
    </>
  );
}
