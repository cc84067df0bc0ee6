import type { BoardOpportunity, BoardStage } from './use-board'

/** The stage of each card that is on its way to another one. */
export type Moves = ReadonlyMap<string, string>

/** The columns as they will be: cards on their way stand on top of their new stage, with counts and sums that follow. */
export function moveCards(stages: readonly BoardStage[], moves: Moves): BoardStage[] {
  const cards = stages.flatMap((stage) => stage.cards.map((card) => ({ card, from: stage.id, to: moves.get(card.id) })))
  const moving = cards.filter(({ from, to }) => to !== undefined && to !== from && stages.some(({ id }) => id === to))
  return stages.map((stage) => {
    const gone = moving.filter(({ from }) => from === stage.id).map(({ card }) => card)
    const come = moving.filter(({ to }) => to === stage.id).map(({ card }) => card)
    return {
      ...stage,
      cards: [...come, ...stage.cards.filter((card) => !gone.includes(card))],
      count: stage.count + come.length - gone.length,
      valueCents: stage.valueCents === null ? null : stage.valueCents + sumOf(come) - sumOf(gone),
    }
  })
}

const sumOf = (cards: readonly BoardOpportunity[]) => cards.reduce((sum, { valueCents }) => sum + (valueCents ?? 0), 0)
