import { levelOf, nounIn } from './nouns.mjs'

/** Verbs call down the list of nouns only; neither nouns nor rooms of the house call each other in a circle. */
export function checkNounOrder(files) {
  return [
    ...files.flatMap(checkLevels),
    ...checkCircles(files, 'src/server/domain'),
    ...checkCircles(files, 'src/features'),
  ]
}

function checkLevels(file) {
  const noun = nounIn(file.path, 'src/server/domain')
  if (!noun || file.isTest) return []
  return file.imports.flatMap((used) => {
    const other = nounIn(`${used.from}.ts`, 'src/server/domain')
    if (!other || other === noun || used.isType || levelOf(other) >= levelOf(noun)) return []
    const message = `${noun} may not call ${other}, which stands above it: an effect upwards is an entry in src/server/jobs/reactions.ts`
    return [{ file: file.path, line: used.line, message }]
  })
}

function checkCircles(files, floor) {
  const calls = new Map()
  for (const file of files) {
    const noun = nounIn(file.path, floor)
    if (!noun || file.isTest) continue
    for (const used of file.imports) {
      const other = nounIn(`${used.from}.ts`, floor)
      if (!other || other === noun || used.isType) continue
      if (!calls.has(noun)) calls.set(noun, new Map())
      calls.get(noun).set(other, { file: file.path, line: used.line })
    }
  }
  return [...calls.keys()].flatMap((start) => {
    const circle = pathBack(calls, start)
    // Each circle is told once: by its first noun in the alphabet.
    if (!circle || circle.some((other) => other < start)) return []
    return [{ ...calls.get(start).get(circle[1] ?? start), message: `a circle: ${[...circle, start].join(' → ')}` }]
  })
}

function pathBack(calls, start) {
  const paths = [[start]]
  const seen = new Set()
  for (const path of paths) {
    for (const next of calls.get(path.at(-1))?.keys() ?? []) {
      if (next === start) return path
      if (!seen.has(next)) paths.push([...path, next])
      seen.add(next)
    }
  }
  return undefined
}
