'use client'
import { useTranslations } from 'next-intl'
import { useId } from 'react'
import { Button } from '@/ui/button'
import { Checkbox } from '@/ui/checkbox'

type Unit = { taskId: string; unitNo: number; location: string }

export type CancelUnitsProps = {
  label: string
  isRequired: boolean
  units: readonly Unit[]
  reopens: ReadonlySet<string>
  onReopens: (taskIds: ReadonlySet<string>) => void
  error?: string
}

/** The units of the note to tick: those that become open work again. */
export function CancelUnits({ label, isRequired, units, reopens, onReopens, error }: CancelUnitsProps) {
  const t = useTranslations('invoices.cancel')
  const kit = useTranslations('kit')
  const errorId = useId()
  const isAll = units.every(({ taskId }) => reopens.has(taskId))
  return (
    <fieldset aria-describedby={error ? errorId : undefined} className="min-w-0 border-0 p-0">
      <legend className="mb-1 text-xs font-medium text-ink-2">
        {label} {isRequired && <span className="font-normal text-ink-3">({kit('required')})</span>}
      </legend>
      <div className="flex max-h-40 flex-wrap pointer-coarse:max-h-[270px] gap-x-5 gap-y-1.5 overflow-auto p-0.5">
        {units.map(({ taskId, unitNo, location }) => (
          <Checkbox
            key={taskId}
            label={
              <>
                {t('unit', { no: unitNo })} {location && <span className="text-ink-2">{location}</span>}
              </>
            }
            value={reopens.has(taskId)}
            onChange={(isReopened) => {
              const next = new Set(reopens)
              if (isReopened) next.add(taskId)
              else next.delete(taskId)
              onReopens(next)
            }}
          />
        ))}
      </div>
      {units.length > 1 && (
        <Button
          variant="link"
          className="mt-1 text-xs"
          onClick={() => onReopens(new Set(isAll ? [] : units.map(({ taskId }) => taskId)))}
        >
          {t(isAll ? 'none' : 'all')}
        </Button>
      )}
      {error && (
        <p id={errorId} className="mt-1 text-xs font-medium text-danger-tx">
          {error}
        </p>
      )}
    </fieldset>
  )
}
