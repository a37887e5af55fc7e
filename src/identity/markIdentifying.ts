import type { IdentityMark } from "#core/identity/IdentityMark.ts";
import { findIdentifying } from "./findIdentifying.ts";
import { suggestWordings } from "./suggest/suggestWordings.ts";

/** What in a text may identify someone, each with a more general wording where there is one. Pure, as `findIdentifying`. */
export const markIdentifying = (text: string): readonly IdentityMark[] =>
  suggestWordings(text, findIdentifying(text));
