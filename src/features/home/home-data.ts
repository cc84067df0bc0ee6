'use client'
import { useSuspenseQuery } from '@tanstack/react-query'
import type { inferRouterOutputs } from '@trpc/server'
import type { AppRouter } from '@/server/api/root'
import { useTRPC } from '@/trpc/client'

export type HomeData = inferRouterOutputs<AppRouter>['shell']['home']
export type HomeBilling = NonNullable<HomeData['billing']>
export type HomeGroup = HomeData['overdue']['rows'][number]

/** What waits for the office; read again each minute while the screen is open. */
export function useHome(): HomeData {
  const { data } = useSuspenseQuery(useTRPC().shell.home.queryOptions({}, { refetchInterval: 60_000 }))
  return data
}
