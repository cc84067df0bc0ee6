'use client'
import { useQuery } from '@tanstack/react-query'
import { getUntypedClient } from '@trpc/client'
import { z } from 'zod'
import { useTRPCClient } from '@/trpc/client'

const shellSummary = z.object({ lateTaskCount: z.number().int(), readyOrderCount: z.number().int() })

export type ShellCounters = { late: number; ready: number }

/** Work that waits: late tasks and orders ready to be invoiced, from `shell.summary`. Zero while unknown. */
export function useShellCounters(): ShellCounters {
  const client = useTRPCClient()
  const { data } = useQuery({
    queryKey: [['shell', 'summary'], { type: 'query' }],
    queryFn: async ({ signal }) =>
      shellSummary.parse(await getUntypedClient(client).query('shell.summary', {}, { signal })),
    refetchInterval: 60_000,
    retry: false,
  })
  return { late: data?.lateTaskCount ?? 0, ready: data?.readyOrderCount ?? 0 }
}
