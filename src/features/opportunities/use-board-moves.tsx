'use client'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import { useTRPC } from '@/trpc/client'
import { useCommand } from '@/trpc/use-command'
import { UndoBar } from '@/ui/undo-bar'
import type { Moves } from './move-cards'
import type { BoardOpportunity, BoardStage } from './use-board'

type Done = { card: BoardOpportunity; from: string; to: string }

/** Moves a card at once and tells the server; a refusal puts it back and says why, and a few seconds long it can be undone. */
export function useBoardMoves(stages: readonly BoardStage[]): {
  moves: Moves
  move: (card: BoardOpportunity, to: string) => Promise<void>
  undoBar: ReactNode
} {
  const t = useTranslations('opportunities.board')
  const code = useTranslations('opportunities')
  const trpc = useTRPC()
  const queries = useQueryClient()
  const [moves, setMoves] = useState<Moves>(new Map())
  const [done, setDone] = useState<Done | null>(null)
  const command = useCommand(trpc.opportunities.moveStage, { isInTurn: true })

  async function send(card: BoardOpportunity, to: string): Promise<boolean> {
    setMoves((before) => new Map(before).set(card.id, to))
    const answer = await command.run({ opportunityId: card.id, stageId: to })
    // The card stays where it was put until the board itself says so.
    if (answer) await queries.invalidateQueries(trpc.opportunities.board.queryFilter(), { cancelRefetch: false })
    setMoves((before) => new Map([...before].filter(([id, place]) => id !== card.id || place !== to)))
    return answer !== undefined
  }
  async function move(card: BoardOpportunity, to: string) {
    const from = card.stageId
    setDone(null)
    if (await send(card, to)) setDone({ card, from, to })
  }
  const undoBar = done && (
    <UndoBar
      key={`${done.card.id}-${done.to}`}
      message={t('moved', {
        code: code('code', { number: `${done.card.number}` }),
        stage: stages.find(({ id }) => id === done.to)?.name ?? '',
      })}
      onUndo={() => {
        setDone(null)
        void send(done.card, done.from)
      }}
      onExpire={() => setDone(null)}
    />
  )
  return { moves, move, undoBar }
}
