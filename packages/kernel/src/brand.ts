/** A type that only its own constructor can make: `Brand<number, 'Cents'>` is a number at run time. */
export type Brand<T, Name extends string> = T & { readonly __brand: Name }
