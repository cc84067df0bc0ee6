import type { inferRouterInputs, inferRouterOutputs } from '@trpc/server'
import type { RefusalData } from '../../../src/contract/errors'
import type { AppRouter } from '../../../src/server/api/root'

type Atom = string | number | boolean | bigint | symbol | null | undefined | Date

/** The same type without any name of the server's, so that its declaration needs none of the server's files. */
type Flat<T> = Unboxed<Boxed<T>>

// A union that is taken apart and put together again forgets its name.
type Boxed<T> = T extends unknown ? [T] : never

// Keys that are written anew keep the compiler from repeating what the server's own declarations say.
type Unboxed<Box> = Box extends [infer T]
  ? T extends Atom
    ? T
    : T extends readonly (infer Element)[]
      ? Unboxed<Boxed<Element>>[]
      : T extends object
        ? { [Key in keyof T as `${Key & string}`]: Unboxed<Boxed<T[Key]>> }
        : T
  : never

type Procedures = AppRouter['_def']['record']
type Kinds = {
  [Noun in keyof Procedures]: {
    [Verb in keyof Procedures[Noun]]: Procedures[Noun][Verb] extends { _def: { type: infer Kind } } ? Kind : never
  }
}

declare function flat<T>(): Flat<T>

// Never run: only what the compiler writes about these four is packed.
/** What each procedure takes. */
export const inputs = flat<inferRouterInputs<AppRouter>>()
/** What each procedure answers. */
export const outputs = flat<inferRouterOutputs<AppRouter>>()
/** Whether a procedure reads or writes. */
export const kinds = flat<Kinds>()
/** Why a call was refused. */
export const refusal = flat<RefusalData>()
