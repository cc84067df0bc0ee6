'use client'
import { Check } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { setCount, tapConclude } from './conclude-group'
import { CountStepper } from './count-stepper'
import { useDraft } from './draft'
import type { FieldGroup } from './field-client'
import { draftKeyOf } from './field-work'
import { openTasks } from './group-view'
import { goTo } from './place'

export type ConcludeRowProps = { group: FieldGroup; onChooseUnits: () => void }

/** The stepper with "Concluir próxima", "Concluir 5" or what was chosen by hand, and the two quieter ways. */
export function ConcludeRow({ group, onChooseUnits }: ConcludeRowProps) {
  const t = useTranslations('field')
  const draft = useDraft(draftKeyOf(group))
  const open = openTasks(group)
  const chosen = open.filter(({ id }) => draft.chosenIds.includes(id)).length
  const count = chosen || Math.min(draft.count, open.length)
  return (
    <>
      {chosen > 0 ? (
        <button className="btn btn--tall" type="button" onClick={() => setCount(group, 1)}>
          {t('detail.clearChoice')}
        </button>
      ) : (
        <CountStepper group={group} count={draft.count} />
      )}
      <button className="btn btn--primary grow" type="button" onClick={() => tapConclude(group)}>
        {chosen > 0 && <Check aria-hidden className="i" />}
        {chosen > 0 || count > 1 ? t('act.concludeCount', { count }) : t('act.concludeNext')}
      </button>
      <button className="btn btn--quiet" type="button" onClick={onChooseUnits}>
        {t('act.chooseUnits')}
      </button>
      <NotPossibleButton group={group} />
    </>
  )
}

/** Always there: what could not be done is told, with a reason. */
export function NotPossibleButton({ group, isTall = false }: { group: FieldGroup; isTall?: boolean }) {
  const t = useTranslations('field.act')
  const [next] = openTasks(group)
  return (
    <button
      className={`btn ${isTall ? 'btn--tall' : 'btn--quiet'}`}
      type="button"
      onClick={() => goTo({ screen: 'notDone', taskId: next?.id ?? null, sheet: null })}
    >
      {t('notPossible')}
    </button>
  )
}
