declare const brand: unique symbol;

/** A `T` that cannot be passed where another brand of `T` is wanted; exists only in the types. */
export type Brand<T, Name extends string> = T & { readonly [brand]: Name };
