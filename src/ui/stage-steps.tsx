import { Check, Play } from 'lucide-react'
import type { ReactNode } from 'react'

export type StageStepsProps = {
  label: string
  stages: readonly { id: string; name: string; note?: ReactNode; pickLabel?: string }[]
  currentId: string
  /** Pressing a stage moves there; without it they are only shown. */
  onPick?: (id: string) => void
}

/** The stages of a pipeline, the current one marked. */
export function StageSteps({ label, stages, currentId, onPick }: StageStepsProps) {
  const current = stages.findIndex((stage) => stage.id === currentId)
  return (
    <ol
      aria-label={label}
      className="flex list-none overflow-clip rounded-control max-tablet:flex-wrap border border-line bg-surface p-0"
    >
      {stages.map((stage, index) => {
        const words = (
          <>
            {index < current && <Check aria-hidden className="size-[14px]" />}
            {index === current && <Play aria-hidden className="size-[14px]" />}
            {stage.name}
            {stage.note && <small className="ml-auto pr-1 text-xs font-normal text-ink-2">{stage.note}</small>}
          </>
        )
        return (
          <li key={stage.id} aria-current={index === current ? 'step' : undefined} className="ui-stage">
            {onPick && index !== current ? (
              <button
                type="button"
                aria-label={stage.pickLabel}
                className="flex flex-1 items-center gap-2 self-stretch rounded-badge text-left hover:text-ink hover:underline"
                onClick={() => onPick(stage.id)}
              >
                {words}
              </button>
            ) : (
              words
            )}
          </li>
        )
      })}
    </ol>
  )
}
