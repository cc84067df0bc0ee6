'use client'
import { CircleAlert, Clock, RotateCcw } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { tapConclude } from './conclude-group'
import { ConcludeRow, NotPossibleButton } from './conclude-row'
import { ContactCard } from './contact-card'
import { EvidenceCards } from './evidence-cards'
import type { FieldDay, FieldGroup } from './field-client'
import { useFieldWork } from './field-work'
import { hasUnits, hoursOf, openTasks } from './group-view'
import { goBack, goTo, usePlace } from './place'
import { RefusedList } from './refused-list'
import { GroupBadges } from './status-badge'
import { SyncBand } from './sync-band'
import { TimesCard } from './times-card'
import { BackBar } from './top-bar'
import { UndoBar } from './undo-bar'
import { UnitStrip } from './unit-strip'
import { UnitsCard } from './units-card'

/** All that a technician needs at the place, and the one bar that concludes. */
export function TaskScreen({ group, day }: { group: FieldGroup | null; day: FieldDay }) {
  const t = useTranslations('field')
  const { from } = usePlace()
  return (
    <div className="app">
      <BackBar label={t(`tabs.${from}`)} onBack={() => goBack({ screen: from, taskId: null, sheet: null })} />
      <SyncBand />
      <main className="main">
        <RefusedList />
        {group ? <Detail group={group} day={day} /> : <Gone />}
      </main>
      <div className="dock">
        <UndoBar />
        {group && <ActionBar group={group} />}
      </div>
    </div>
  )
}

function Detail({ group, day }: { group: FieldGroup; day: FieldDay }) {
  const t = useTranslations('field')
  const hours = hoursOf(group)
  const [next] = openTasks(group)
  const complement = next?.complement || group.tasks[0]?.complement
  return (
    <>
      <div className="block">
        <div className="badges">
          <GroupBadges group={group} today={day.today} />
          {hours && (
            <span className="badge is-neutral">
              <Clock aria-hidden className="i i--s" />
              {hours}
            </span>
          )}
        </div>
        <h1 tabIndex={-1}>{group.subject}</h1>
        <UnitStrip group={group} end="order" />
        {next?.notDoneReason && <p className="hint">{t('group.lastReason', { reason: next.notDoneReason })}</p>}
      </div>
      <ContactCard group={group} />
      {group.instructions && <Text id="instructions" title={t('detail.instructions')} text={group.instructions} />}
      {complement && <Text id="complement" title={t('detail.complement')} text={complement} />}
      {hasUnits(group) && <UnitsCard group={group} />}
      <EvidenceCards group={group} />
      <TimesCard group={group} today={day.today} />
    </>
  )
}

function Text({ id, title, text }: { id: string; title: string; text: string }) {
  return (
    <section className="card" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <p className="card__text">{text}</p>
    </section>
  )
}

function ActionBar({ group }: { group: FieldGroup }) {
  const t = useTranslations('field')
  const { viewer } = useFieldWork()
  const open = openTasks(group)
  if (open.length === 0) {
    const [task] = group.tasks
    const mayReopen = viewer?.permissions.includes('tasks.reopen') && task && !task.isBilled && !hasUnits(group)
    if (!mayReopen) return null
    return (
      <div className="bar">
        <button className="btn btn--tall" type="button" onClick={() => goTo({ sheet: 'reopen', taskId: task.id })}>
          <RotateCcw aria-hidden className="i" />
          {t('act.reopen')}
        </button>
      </div>
    )
  }
  return (
    <div className="bar">
      {hasUnits(group) ? (
        <ConcludeRow group={group} onChooseUnits={showUnits} />
      ) : (
        <>
          <NotPossibleButton group={group} isTall />
          <button className="btn btn--primary grow" type="button" onClick={() => tapConclude(group)}>
            {t('act.conclude')}
          </button>
        </>
      )}
    </div>
  )
}

/** The units come under the eye and the first of them under the keyboard. */
function showUnits() {
  const units = document.getElementById('units')
  units?.scrollIntoView({ block: 'start' })
  units?.querySelector<HTMLButtonElement>('button[aria-pressed]')?.focus({ preventScroll: true })
}

function Gone() {
  const t = useTranslations('field.detail')
  return (
    <div className="blank">
      <CircleAlert aria-hidden className="i" />
      <h2>{t('gone')}</h2>
      <p>{t('goneHint')}</p>
    </div>
  )
}
