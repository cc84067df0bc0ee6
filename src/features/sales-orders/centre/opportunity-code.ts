/** How people name an opportunity: `OP-2231`. */
export function opportunityCode(number: number): string {
  return `OP-${number}`
}
