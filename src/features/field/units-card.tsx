'use client'
import { Check } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { toggleUnit } from './conclude-group'
import { useDraft } from './draft'
import type { FieldGroup, FieldTask } from './field-client'
import { draftKeyOf, useFieldWork } from './field-work'
import { openTasks, unitNumber } from './group-view'
import { isOpen } from './open-status'
import { goTo } from './place'

/** One 48 px cell per unit of this technician: open ones are chosen by a tap, concluded ones open their way back. */
export function UnitsCard({ group }: { group: FieldGroup }) {
  const t = useTranslations('field')
  const { viewer } = useFieldWork()
  const open = openTasks(group)
  const [next] = open
  const mayReopen = viewer?.permissions.includes('tasks.reopen') ?? false
  const units = group.tasks.toSorted((a, b) => unitNumber(a) - unitNumber(b))
  return (
    <section className="card" id="units" aria-labelledby="units-title">
      <div className="split">
        <h2 id="units-title">{t('detail.units')}</h2>
        <span className="hint">{t('group.open', { count: open.length })}</span>
      </div>
      <div className="units">
        {units.map((task) =>
          isOpen(task) ? (
            <OpenUnit key={task.id} group={group} task={task} isNext={task.id === next?.id} />
          ) : (
            <DoneUnit key={task.id} task={task} mayReopen={mayReopen && !task.isBilled} />
          ),
        )}
      </div>
      <div className="legend">
        <span>
          <i className="on" />
          {t('detail.legendDone')}
        </span>
        <span>
          <i className="next" />
          {t('detail.legendNext')}
        </span>
        <span>
          <i />
          {t('detail.legendOpen')}
        </span>
      </div>
      {next && (
        <p className="hint">
          {next.location
            ? t('detail.nextUnitAt', { unit: unitNumber(next), place: next.location })
            : t('detail.nextUnit', { unit: unitNumber(next) })}
        </p>
      )}
    </section>
  )
}

function OpenUnit({ group, task, isNext }: { group: FieldGroup; task: FieldTask; isNext: boolean }) {
  const t = useTranslations('field.detail')
  const draft = useDraft(draftKeyOf(group))
  return (
    <button
      className={`unit ${isNext ? 'unit--next' : ''}`}
      type="button"
      aria-pressed={draft.chosenIds.includes(task.id)}
      aria-label={t(isNext ? 'unitNext' : 'unitOpen', { unit: unitNumber(task) })}
      onClick={() => toggleUnit(group, task.id)}
    >
      {unitNumber(task)}
    </button>
  )
}

function DoneUnit({ task, mayReopen }: { task: FieldTask; mayReopen: boolean }) {
  const t = useTranslations('field.detail')
  const cell = (
    <>
      <Check aria-hidden className="i" />
      {unitNumber(task)}
    </>
  )
  const label = t('unitDone', { unit: unitNumber(task) })
  if (!mayReopen) {
    return (
      <span className="unit unit--done" role="img" aria-label={label}>
        {cell}
      </span>
    )
  }
  return (
    <button
      className="unit unit--done"
      type="button"
      aria-label={label}
      aria-haspopup="dialog"
      onClick={() => goTo({ sheet: 'reopen', taskId: task.id })}
    >
      {cell}
    </button>
  )
}
