import { expect, test } from 'vitest'
import { moveCards } from './move-cards'
import type { BoardOpportunity, BoardStage } from './use-board'

const card = (id: string, valueCents: number) => ({ id, valueCents }) as BoardOpportunity
const stage = (id: string, cards: BoardOpportunity[]) =>
  ({
    id,
    cards,
    count: cards.length,
    valueCents: cards.reduce((sum, one) => sum + (one.valueCents ?? 0), 0),
  }) as BoardStage
const stages = [stage('a', [card('1', 100), card('2', 200)]), stage('b', [card('3', 300)])]
const shown = (moves: [string, string][]) =>
  moveCards(stages, new Map(moves)).map(({ cards, count, valueCents }) => [
    cards.map(({ id }) => id).join(),
    count,
    valueCents,
  ])

test('a card on its way stands on top of its new stage, and the sums follow', () => {
  expect(shown([['2', 'b']])).toEqual([
    ['1', 1, 100],
    ['2,3', 2, 500],
  ])
})

test('a card that has arrived, and a stage that is not shown, change nothing', () => {
  const asTheyAre = [
    ['1,2', 2, 300],
    ['3', 1, 300],
  ]
  expect(shown([['2', 'a']])).toEqual(asTheyAre)
  expect(shown([['2', 'elsewhere']])).toEqual(asTheyAre)
})
