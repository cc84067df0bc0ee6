'use client'
import { useQuery } from '@tanstack/react-query'
import { useTRPC } from '@/trpc/client'

export type ShellCounters = { late: number; ready: number }

/** Work that waits: late tasks and orders ready to be invoiced. Zero while unknown. */
export function useShellCounters(): ShellCounters {
  const trpc = useTRPC()
  const { data } = useQuery(trpc.shell.summary.queryOptions({}, { refetchInterval: 60_000 }))
  return { late: data?.lateTaskCount ?? 0, ready: data?.readyOrderCount ?? 0 }
}
