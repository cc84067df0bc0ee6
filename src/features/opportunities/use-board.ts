'use client'
import { useQueries, useSuspenseQuery } from '@tanstack/react-query'
import type { inferRouterOutputs } from '@trpc/server'
import { useState } from 'react'
import type { Board } from '@/contract/opportunities'
import type { AppRouter } from '@/server/api/root'
import { useTRPC } from '@/trpc/client'

export type BoardData = inferRouterOutputs<AppRouter>['opportunities']['board']
export type BoardStage = BoardData['stages'][number] & { isLoadingMore: boolean }
export type BoardOpportunity = BoardStage['cards'][number]
type Page = { stageId: string; afterId: string }

/** The board with the further pages of cards that were asked for, and how to ask for the next one of a stage. */
export function useBoard(input: Board) {
  const trpc = useTRPC()
  const { data } = useSuspenseQuery(trpc.opportunities.board.queryOptions(input))
  const [pages, setPages] = useState<readonly Page[]>([])
  const answers = useQueries({
    queries: pages.map((page) => trpc.opportunities.boardCards.queryOptions({ ...input, ...page })),
  })
  const stages = data.stages.map((stage): BoardStage => {
    const further = answers.filter((_, index) => pages[index]?.stageId === stage.id)
    const cards = [...stage.cards, ...further.flatMap((answer) => answer.data?.cards ?? [])]
    return {
      ...stage,
      cards: [...new Map(cards.map((card) => [card.id, card])).values()],
      isLoadingMore: further.some(({ isPending }) => isPending),
    }
  })
  function loadMore({ id, cards }: BoardStage) {
    const last = cards.at(-1)
    if (last) setPages([...pages, { stageId: id, afterId: last.id }])
  }
  return { board: data, stages, loadMore }
}
