import { expect, test } from 'vitest'
import { foldAccents, splitByMatch } from './accent-fold'

test('folds accents and case', () => {
  expect(foldAccents('INSTALAÇÃO de Câmera')).toBe('instalacao de camera')
})

test('marks matches without regard to accents', () => {
  expect(splitByMatch('Instalação de câmera IP', 'cam')).toEqual([
    { text: 'Instalação de ', isMatch: false },
    { text: 'câm', isMatch: true },
    { text: 'era IP', isMatch: false },
  ])
  expect(splitByMatch('Ar', 'ar')).toEqual([{ text: 'Ar', isMatch: true }])
  expect(splitByMatch('Bomba', 'x')).toEqual([{ text: 'Bomba', isMatch: false }])
  expect(splitByMatch('Bomba', '')).toEqual([{ text: 'Bomba', isMatch: false }])
  expect(
    splitByMatch('Visita técnica', 'tecnica vis')
      .filter((part) => part.isMatch)
      .map((part) => part.text),
  ).toEqual(['Vis', 'técnica'])
})
