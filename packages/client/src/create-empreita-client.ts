import { createTRPCClient, httpBatchLink } from '@trpc/client'
import type { AnyRouter } from '@trpc/server'
import superjson from 'superjson'
import type { inputs, kinds, outputs } from './contract.js'

/** What each procedure takes, by noun and verb. */
export type Inputs = typeof inputs
/** What each procedure answers, by noun and verb. */
export type Outputs = typeof outputs

type Kinds = typeof kinds
type CallOptions = { signal?: AbortSignal }
type Procedure<Kind, Input, Output> = Kind extends 'query'
  ? { query: (input: Input, options?: CallOptions) => Promise<Output> }
  : { mutate: (input: Input, options?: CallOptions) => Promise<Output> }

/** Every procedure of Empreita: `client.salesOrders.get.query(…)`, `client.invoices.issue.mutate(…)`. */
export type EmpreitaClient = {
  [Noun in keyof Kinds]: {
    [Verb in keyof Kinds[Noun]]: Procedure<
      Kinds[Noun][Verb],
      Noun extends keyof Inputs ? (Verb extends keyof Inputs[Noun] ? Inputs[Noun][Verb] : never) : never,
      Noun extends keyof Outputs ? (Verb extends keyof Outputs[Noun] ? Outputs[Noun][Verb] : never) : never
    >
  }
}

export type EmpreitaClientOptions = {
  /** Where Empreita is reached, such as `https://empreita.example.com`. */
  url: string
  /** An access token that an administrator made under "Chaves de acesso". */
  token: string
  /** In place of the global fetch, for example with a proxy or a time limit. */
  fetch?: typeof fetch
}

/**
 * A client of one company's Empreita. Calls made at once travel together. A call that is refused rejects, and `refusalOf`
 * says why; one without an answer may be sent again with the same `commandId`, which has one effect.
 */
export function createEmpreitaClient({ url, token, fetch }: EmpreitaClientOptions): EmpreitaClient {
  const link = httpBatchLink({
    url: new URL('/api/trpc', url).href,
    maxItems: 10,
    transformer: superjson,
    headers: { authorization: `Bearer ${token}` },
    fetch,
  })
  return createTRPCClient<AnyRouter>({ links: [link] }) as unknown as EmpreitaClient
}
