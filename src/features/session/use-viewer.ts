'use client'
import { useSuspenseQuery } from '@tanstack/react-query'
import type { CurrentSession } from '@/contract/session'
import { useTRPC } from '@/trpc/client'
import { keyOfPerson } from './kept-on-device'

/** Who works on this screen, and the beginning of the names under which the device keeps what is theirs. */
export function useViewer(): CurrentSession & { personKey: string } {
  const { data } = useSuspenseQuery(useTRPC().session.current.queryOptions({}))
  return { ...data, personKey: keyOfPerson(data) }
}
