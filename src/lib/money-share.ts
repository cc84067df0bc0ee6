/** `numerator / denominator` to the nearest whole number, ties to the even one. Both are not negative; `denominator` is not zero. */
export function divideHalfEven(numerator: bigint, denominator: bigint): bigint {
  const whole = numerator / denominator
  const twice = 2n * (numerator % denominator)
  const isUp = twice > denominator || (twice === denominator && whole % 2n === 1n)
  return isUp ? whole + 1n : whole
}

/**
 * The part of an item's net that `units` of its `unitCount` units are worth, in whole cents, rounded half to even
 * (D4, F15). The note that bills the last units takes what is left instead, so that the notes sum to the item.
 */
export function shareOfNet(netCents: number, units: number, unitCount: number): number {
  return Number(divideHalfEven(BigInt(netCents) * BigInt(units), BigInt(unitCount)))
}

/** A rate of an amount, both whole: cents, and basis points (500 = 5,00 %). Rounded half to even, as the SEFIN does (NT 007). */
export function rateOf(cents: number, basisPoints: number): number {
  return Number(divideHalfEven(BigInt(cents) * BigInt(basisPoints), 10_000n))
}
