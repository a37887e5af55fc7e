import { RotateCw, Sunrise } from "lucide-react";
import { useLocation, useNavigate } from "react-router";
import * as m from "#messages";
import { Button } from "#ui/Button.tsx";
import { LinkButton } from "#ui/LinkButton.tsx";
import { PageHeader } from "#ui/PageHeader.tsx";

/** Stands in for a place that cannot be shown: what is safe first, then what can be done. */
export function UnshownPlace({ onRetry }: { readonly onRetry: () => void }) {
  const { pathname } = useLocation();
  return (
    <>
      <PageHeader title={m.shell_broken()} pageName={m.shell_broken()} />
      <div className="shell__words">
        <p>{m.shell_broken_hint()}</p>
        <div className="chip-row">
          <Button variant="main" icon={RotateCw} onPress={onRetry}>
            {m.common_try_again()}
          </Button>
          {pathname !== "/" && (
            <LinkButton to="/" icon={Sunrise}>
              {m.shell_go_to_today()}
            </LinkButton>
          )}
        </div>
      </div>
    </>
  );
}

/** What the router shows where a place failed while it was drawn; trying again draws it afresh. */
export function BrokenPlace() {
  const { pathname, search } = useLocation();
  const navigate = useNavigate();
  return <UnshownPlace onRetry={() => void navigate(pathname + search, { replace: true })} />;
}
