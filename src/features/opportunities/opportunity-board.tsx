'use client'
import { useFormatter, useTranslations } from 'next-intl'
import { countLimit } from '@/contract/listing'
import { boardInput } from '@/contract/opportunities'
import { useListing } from '@/features/listing/use-listing'
import { formatCents } from '@/lib/money'
import { Board } from '@/ui/board'
import { Button } from '@/ui/button'
import { moveCards } from './move-cards'
import { OpportunityCard } from './opportunity-card'
import { OpportunityFrame } from './opportunity-frame'
import { type BoardStage, useBoard } from './use-board'
import { useBoardMoves } from './use-board-moves'
import { opportunityFilterNames } from './use-opportunity-filters'
import { useOpportunityMenu } from './use-opportunity-menu'

const page = 50

/** The opportunity centre as a board: the open ones of a pipeline by stage. */
export function OpportunityBoard() {
  const t = useTranslations('opportunities')
  const kit = useTranslations('kit.board')
  const format = useFormatter()
  const listing = useListing(boardInput, ['q', ...opportunityFilterNames])
  const { board, stages: found, loadMore } = useBoard(listing.input)
  const { moves, move, undoBar } = useBoardMoves(found)
  const menu = useOpportunityMenu()
  const stages = moveCards(found, moves)
  const countWord = (count: number) => (count > countLimit ? `${format.number(countLimit)}+` : format.number(count))
  const more = (stage: BoardStage) => {
    const rest = stage.count - stage.cards.length
    return (
      rest > 0 && (
        <Button size="small" isPending={stage.isLoadingMore} onClick={() => loadMore(stage)}>
          {kit('more', { count: Math.min(rest, page) })}
        </Button>
      )
    )
  }
  return (
    <OpportunityFrame
      listing={listing}
      counts={board.counts}
      actions={board.actions}
      first={stages.flatMap(({ cards }) => cards)[0]}
      showsContract={board.showsContract}
      look="board"
    >
      {() => (
        <>
          <Board
            label={t('board.label')}
            columns={stages.map((stage) => ({
              ...stage,
              count: countWord(stage.count),
              end: stage.valueCents !== null && formatCents(stage.valueCents),
              more: more(stage),
            }))}
            outcomes={[
              { id: 'win', name: t('board.win'), glyph: 'check', tone: 'ok' },
              { id: 'lose', name: t('board.lose'), glyph: 'cross', tone: 'neutral' },
            ]}
            cardId={({ id }) => id}
            cardName={({ number }) => t('code', { number: `${number}` })}
            canMove={({ actions }) => actions.moveStage.length === 0}
            onMove={(card, target) => {
              if (target === 'win' || target === 'lose') menu.ask(target, card)
              else void move(card, target)
            }}
          >
            {(card) => (
              <OpportunityCard
                card={card}
                entries={[
                  { heading: t('board.moveTo') },
                  ...stages.map((stage) => ({
                    label: stage.name,
                    isChecked: stage.cards.some(({ id }) => id === card.id),
                    onSelect: () => void move(card, stage.id),
                  })),
                  { separator: true },
                  ...menu.entriesOf(card),
                ]}
              />
            )}
          </Board>
          <p className="flex-none border-t border-line bg-canvas px-4 py-2 text-ink-2 max-phone:hidden">
            {t('board.hint')}
          </p>
          {undoBar}
          {menu.dialogs}
        </>
      )}
    </OpportunityFrame>
  )
}
