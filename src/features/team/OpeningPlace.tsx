import * as m from "#messages";
import { PageHeader } from "#ui/PageHeader.tsx";

/** What stands while a place of a team is read: a heading, so that the focus goes on to the one after it. */
export const OpeningPlace = () => (
  <PageHeader title={m.team_reading()} pageName={m.team_page_name()} />
);
