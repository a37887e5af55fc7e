import type { StartExchange } from "#core/exchange/Exchange.ts";
import type { Workspace } from "#notebook/Workspace.ts";

/** What the screens for import, export and the example are given. */
export interface ExchangeProps {
  readonly workspace: Workspace;
  readonly startExchange: StartExchange;
}
