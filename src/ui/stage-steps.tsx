import { Check, Play } from 'lucide-react'
import type { ReactNode } from 'react'

/** The stages of a pipeline, the current one marked. */
export function StageSteps({
  label,
  stages,
  currentId,
}: {
  label: string
  stages: readonly { id: string; name: string; note?: ReactNode }[]
  currentId: string
}) {
  const current = stages.findIndex((stage) => stage.id === currentId)
  return (
    <ol
      aria-label={label}
      className="flex list-none overflow-clip rounded-control max-tablet:flex-wrap border border-line bg-surface p-0"
    >
      {stages.map((stage, index) => (
        <li key={stage.id} aria-current={index === current ? 'step' : undefined} className="ui-stage">
          {index < current && <Check aria-hidden className="size-[14px]" />}
          {index === current && <Play aria-hidden className="size-[14px]" />}
          {stage.name}
          {stage.note && <small className="ml-auto pr-1 text-xs font-normal text-ink-2">{stage.note}</small>}
        </li>
      ))}
    </ol>
  )
}
