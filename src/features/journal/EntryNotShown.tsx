import type { ReadFailure } from "#core/journal/Vault.ts";
import * as m from "#messages";
import { LinkButton } from "#ui/LinkButton.tsx";
import { PageHeader } from "#ui/PageHeader.tsx";
import "./EntryNotShown.css";

/** Where an entry is not there, or what is stored for it does not open. */
export function EntryNotShown({ failure }: { readonly failure: ReadFailure }) {
  const [title, help] = {
    NotFound: [m.journal_unknown(), m.journal_unknown_help()],
    Unreadable: [m.journal_unreadable(), m.journal_unreadable_help()],
    StorageFull: [m.journal_entry_page(), m.journal_not_opened()],
    NewerVersion: [m.journal_entry_page(), m.journal_not_opened()],
    StorageRefused: [m.journal_entry_page(), m.journal_not_opened()],
  }[failure.type];
  return (
    <div className="not-shown">
      <PageHeader title={title} pageName={m.journal_entry_page()} />
      <p>{help}</p>
      <p>
        <LinkButton to="/journal">{m.journal_go_to()}</LinkButton>
      </p>
    </div>
  );
}
