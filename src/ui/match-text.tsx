import { splitByMatch } from '@/lib/accent-fold'

/** The text with the typed words marked, ignoring accents. */
export function MatchText({ text, query }: { text: string; query: string }) {
  let offset = 0
  return splitByMatch(text, query).map((part) => {
    const key = offset
    offset += part.text.length
    return part.isMatch ? (
      <mark key={key} className="bg-transparent font-bold text-accent">
        {part.text}
      </mark>
    ) : (
      part.text
    )
  })
}
