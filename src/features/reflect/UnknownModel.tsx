import * as m from "#messages";
import { LinkButton } from "#ui/LinkButton.tsx";
import { PageHeader } from "#ui/PageHeader.tsx";

/** Where an address names a model that is not there. */
export function UnknownModel() {
  return (
    <>
      <PageHeader title={m.reflect_unknown()} pageName={m.reflect_page()} />
      <p>{m.reflect_unknown_help()}</p>
      <p>
        <LinkButton to="/reflect">{m.reflect_see_models()}</LinkButton>
      </p>
    </>
  );
}
