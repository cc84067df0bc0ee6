/** A cell's text as it can be stored: control characters other than the end of a line cannot, or cannot be seen. */
export function cleanCell(cell: string): string {
  return cell
    .replace(/\r\n?/g, '\n')
    .replace(/[\p{Cc}\p{Cs}\uFEFF]/gu, (character) => (character === '\n' || character === '\t' ? character : ''))
    .replaceAll('\u00a0', ' ')
    .trim()
}
