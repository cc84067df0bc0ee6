/** One thing to measure beside its floor or its smaller self; each runs once before it counts. */
export type Pair = {
  id: string
  what: string
  goal: string
  ours: () => Promise<unknown>
  floor: () => Promise<unknown>
}

/** Milliseconds over all rounds, and how many times the floor's median ours took. */
export type Measured = Omit<Pair, 'ours' | 'floor'> & { ours: Spread; floor: Spread; ratio: number }
export type Spread = { median: number; least: number; most: number }

const ROUNDS = 9

/** Runs both in turn, so that what else the machine does falls on both alike. */
export async function measure({ ours, floor, ...named }: Pair): Promise<Measured> {
  const times = { ours: [] as number[], floor: [] as number[] }
  for (let round = -2; round < ROUNDS; round++) {
    for (const [side, run] of [
      ['floor', floor],
      ['ours', ours],
    ] as const) {
      const start = performance.now()
      await run()
      if (round >= 0) times[side].push(performance.now() - start)
    }
  }
  const [mine, base] = [spreadOf(times.ours), spreadOf(times.floor)]
  return { ...named, ours: mine, floor: base, ratio: mine.median / base.median }
}

function spreadOf(times: number[]): Spread {
  const sorted = times.toSorted((a, b) => a - b)
  const at = (share: number) => sorted[Math.floor((sorted.length - 1) * share)] ?? 0
  return { median: at(0.5), least: at(0), most: at(1) }
}
