/** The type of what a schema admits: nobody changes it afterwards. */

export type Immutable<T> = T extends object ? { readonly [Key in keyof T]: Immutable<T[Key]> } : T;
