import { useFormatter } from 'next-intl'

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const

/** Sizes and durations as people read them. */
export function useSystemWords() {
  const format = useFormatter()
  return {
    bytes(count: number): string {
      const step = Math.min(UNITS.length - 1, count > 0 ? Math.floor(Math.log10(count) / 3) : 0)
      const digits = step < 2 ? 0 : 1
      return format.number(count / 1000 ** step, {
        style: 'unit',
        unit: UNITS[step] ?? 'byte',
        unitDisplay: 'short',
        maximumFractionDigits: digits,
      })
    },
    duration(milliseconds: number): string {
      const isShort = milliseconds < 1000
      return format.number(isShort ? milliseconds : milliseconds / 1000, {
        style: 'unit',
        unit: isShort ? 'millisecond' : 'second',
        unitDisplay: 'short',
        maximumFractionDigits: isShort ? 0 : 1,
      })
    },
  }
}
