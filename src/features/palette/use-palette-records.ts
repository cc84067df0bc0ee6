'use client'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { inferRouterOutputs } from '@trpc/server'
import { useEffect, useState } from 'react'
import type { SearchKind } from '@/contract/search'
import type { AppRouter } from '@/server/api/root'
import { useTRPC } from '@/trpc/client'

export type FoundRecords = inferRouterOutputs<AppRouter>['search']['records']

const pauseMs = 120
const leastLetters = 2

/** Records that the words find, asked after a short pause. `isPending` until the answer is that of these very words. */
export function usePaletteRecords(words: string, kind: SearchKind | undefined, isOpen: boolean) {
  const [asked, setAsked] = useState({ words, kind })
  useEffect(() => {
    const timer = setTimeout(() => setAsked({ words, kind }), pauseMs)
    return () => clearTimeout(timer)
  }, [words, kind])
  const isWorthAsking = (of: typeof asked) =>
    of.kind !== undefined || of.words.length >= leastLetters || /^\d+$/.test(of.words)
  const answer = useQuery(
    useTRPC().search.records.queryOptions(
      { q: asked.words, kind: asked.kind },
      { enabled: isOpen && isWorthAsking(asked), placeholderData: keepPreviousData },
    ),
  )
  const isWanted = isWorthAsking({ words, kind })
  const isAnswered = asked.words === words && asked.kind === kind && !answer.isPlaceholderData && !answer.isPending
  return {
    found: isWanted ? answer.data : undefined,
    isPending: isWanted && !isAnswered && !answer.isError,
    hasFailed: isWanted && answer.isError,
  }
}
