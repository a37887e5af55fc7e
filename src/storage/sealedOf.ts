/**
 * A stored row with its sealed bytes as bytes. Where something else stands in their place, no bytes:
 * they will not open, and the row is set aside like any other damaged one.
 */
export const sealedOf = <Row extends { readonly sealed: Uint8Array }>(row: Row): Row =>
  row.sealed instanceof Uint8Array ? row : { ...row, sealed: new Uint8Array() };
