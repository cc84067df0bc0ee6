import { expect, it } from 'vitest'
import { unitRanges } from './unit-ranges'

it.each([
  [[1, 2, 3, 5], '1-3, 5'],
  [[15, 1], '1, 15'],
  [[2, 2, 3], '2-3'],
  [[], ''],
])('units %j are %s', (unitNos, text) => expect(unitRanges(unitNos)).toBe(text))
