/** The same keys in another language: a missing or extra sentence does not compile. */
export type Translated<T> = { readonly [K in keyof T]: string }
