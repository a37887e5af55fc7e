import { RotateCw, Sunrise } from "lucide-react";
import { useLocation, useNavigate } from "react-router";
import * as m from "#messages";
import { Button } from "#ui/Button.tsx";
import { LinkButton } from "#ui/LinkButton.tsx";
import { PageHeader } from "#ui/PageHeader.tsx";

/** Stands in for a place that could not be shown: what is safe first, then what can be done. */
export function BrokenPlace() {
  const { pathname, search } = useLocation();
  const navigate = useNavigate();
  return (
    <>
      <PageHeader title={m.shell_broken()} pageName={m.shell_broken()} />
      <div className="shell__words">
        <p>{m.shell_broken_hint()}</p>
        <div className="chip-row">
          <Button
            variant="main"
            icon={RotateCw}
            onPress={() => void navigate(pathname + search, { replace: true })}
          >
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
