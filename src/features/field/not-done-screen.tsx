'use client'
import { Check, Lock, type LucideIcon, MessageSquare, PackageX, TriangleAlert, UserX } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useId, useState } from 'react'
import { addDays, type CalendarDate, formatDayMonth, isCalendarDate } from '@/lib/calendar-date'
import { weekdayName } from './day-words'
import { emptyDraft, type NotDoneAnswers, readDraft, useDraft, writeDraft } from './draft'
import type { FieldGroup, FieldTask } from './field-client'
import { draftKeyOf, submit } from './field-work'
import { hasUnits, openTasks, unitNumber } from './group-view'
import { targetsOf } from './missing-evidence'
import { CameraButton, Picture } from './photo-field'
import { goBack } from './place'
import { lastPosition } from './position'
import { StatusBadge } from './status-badge'
import { BackBar } from './top-bar'

const reasons = [
  { id: 'absent', icon: UserX },
  { id: 'closed', icon: Lock },
  { id: 'material', icon: PackageX },
  { id: 'unsafe', icon: TriangleAlert },
  { id: 'other', icon: MessageSquare },
] as const satisfies readonly { id: string; icon: LucideIcon }[]

/** R9: the visit failed; the work stays open, with a reason and a new day. */
export function NotDoneScreen({ group, today }: { group: FieldGroup | null; today: CalendarDate }) {
  const t = useTranslations('field.notDone')
  const groups = useTranslations('field.group')
  const leave = () => goBack({ screen: 'task', sheet: null })
  const attempts = Math.max(0, ...(group?.tasks ?? []).map((task) => task.attempts))
  const open = group ? openTasks(group) : []
  return (
    <div className="app app--plain">
      <BackBar label={t('back')} onBack={leave}>
        <p>
          {[
            groups('open', { count: open.length }),
            ...(attempts > 0 ? [groups('attempt', { count: attempts + 1 })] : []),
          ].join(' · ')}
        </p>
      </BackBar>
      {group && open.length > 0 && <Form group={group} today={today} onDone={leave} />}
    </div>
  )
}

function Form({ group, today, onDone }: { group: FieldGroup; today: CalendarDate; onDone: () => void }) {
  const t = useTranslations('field.notDone')
  const evidence = useTranslations('field.evidence')
  const noteId = useId()
  const key = draftKeyOf(group)
  const { notDone: answers, chosenIds } = useDraft(key)
  const [isTried, setIsTried] = useState(false)
  const write = (change: Partial<NotDoneAnswers>) => writeDraft(key, { notDone: { ...answers, ...change } })
  const open = openTasks(group)
  const targets =
    chosenIds.length > 0 ? targetsOf(group, { count: 1, chosenIds }) : answers.isOnlyNext ? open.slice(0, 1) : open
  const { reason, newDay, note } = answers
  const wrong = {
    reason: reason === null && t('reasonMissing'),
    note: reason === 'other' && note.trim() === '' && t('noteMissing'),
    day: newDay === undefined && t('dayMissing'),
  }

  function submitAll() {
    setIsTried(true)
    if (wrong.reason || wrong.note || wrong.day || reason === null || newDay === undefined) return
    const said = t(`reasons.${reason}`)
    const told = note.trim() === '' ? said : t('reasonWithNote', { reason: said, note: note.trim() })
    const photoFileIds = answers.photoIds
    for (const { id: taskId } of targets) {
      const input = { taskId, reason: told, newDueOn: newDay, evidence: { ...whereAndWhen(), photoFileIds } }
      submit({ kind: 'markNotDone', input }, { subject: group.subject, draftKey: key })
    }
    writeDraft(key, { notDone: emptyDraft.notDone, chosenIds: [] })
    onDone()
  }
  return (
    <>
      <main className="main">
        <div>
          <h1 tabIndex={-1}>{t('title')}</h1>
          <p className="card__meta">{group.subject}</p>
        </div>
        <fieldset>
          <legend className="label">
            {t('what')} <span className="req">*</span>
          </legend>
          <div className="choices choices--list">
            {reasons.map(({ id, icon: Icon }) => (
              <label className="choice" key={id}>
                <input type="radio" name="reason" checked={reason === id} onChange={() => write({ reason: id })} />
                <Icon aria-hidden className="i" />
                <span>{t(`reasons.${id}`)}</span>
                <Check aria-hidden className="i mark" />
              </label>
            ))}
          </div>
          <Wrong text={isTried && wrong.reason} />
        </fieldset>
        {hasUnits(group) && open.length > 1 && chosenIds.length === 0 && (
          <Which open={open} isOnlyNext={answers.isOnlyNext} onChange={(isOnlyNext) => write({ isOnlyNext })} />
        )}
        <NewDay today={today} newDay={newDay} onChange={(day) => write({ newDay: day })} wrong={isTried && wrong.day} />
        <div className="field">
          <label htmlFor={noteId}>
            {t('note')} {reason === 'other' ? <span className="req">*</span> : <small>{evidence('optional')}</small>}
          </label>
          <textarea
            className="input"
            id={noteId}
            rows={2}
            maxLength={1900}
            placeholder={t('noteHint')}
            value={note}
            onChange={({ target }) => write({ note: target.value })}
          />
          <Wrong text={isTried && wrong.note} />
        </div>
        {answers.photoIds.length > 0 && (
          <div className="photos">
            {answers.photoIds.map((id, place) => (
              <figure className="photo" key={id}>
                <Picture id={id} label={evidence('photoLabel', { number: place + 1 })} />
              </figure>
            ))}
          </div>
        )}
      </main>
      <div className="dock">
        <div className="bar">
          <p className="hint line line--mid bar__line">
            <StatusBadge status="not_done" />
            <span>{t('staysOpen')}</span>
          </p>
          <CameraButton
            label={t('photo')}
            onTaken={(id) => {
              const { notDone } = readDraft(key)
              writeDraft(key, { notDone: { ...notDone, photoIds: [...notDone.photoIds, id] } })
            }}
          />
          <button className="btn btn--primary grow" type="button" onClick={submitAll}>
            {newDay
              ? t('submit', { count: targets.length, day: formatDayMonth(newDay) })
              : t('submitOpen', { count: targets.length })}
          </button>
        </div>
      </div>
    </>
  )
}

function Which({
  open,
  isOnlyNext,
  onChange,
}: {
  open: FieldTask[]
  isOnlyNext: boolean
  onChange: (isOnlyNext: boolean) => void
}) {
  const t = useTranslations('field.notDone')
  const [next] = open
  const offered = [
    { isNext: false, words: t('allOpen', { count: open.length }) },
    { isNext: true, words: t('onlyNext', { unit: next ? unitNumber(next) : 1 }) },
  ]
  return (
    <fieldset>
      <legend className="label">{t('which')}</legend>
      <div className="choices choices--2">
        {offered.map(({ isNext, words }) => (
          <label className="choice" key={words}>
            <input type="radio" name="which" checked={isOnlyNext === isNext} onChange={() => onChange(isNext)} />
            <Check aria-hidden className="i i--s mark" />
            {words}
          </label>
        ))}
      </div>
    </fieldset>
  )
}

type NewDayProps = {
  today: CalendarDate
  newDay: CalendarDate | null | undefined
  onChange: (newDay: CalendarDate | null) => void
  wrong: string | false
}

function NewDay({ today, newDay, onChange, wrong }: NewDayProps) {
  const t = useTranslations('field.notDone')
  const tomorrow = addDays(today, 1)
  const after = addDays(today, 2)
  const offered = [
    { day: tomorrow, words: t('tomorrow') },
    { day: after, words: weekdayName(after) },
    { day: null, words: t('arrange') },
  ]
  return (
    <fieldset className="block">
      <legend className="label">
        {t('newDay')} <span className="req">*</span>
      </legend>
      <div className="choices choices--3">
        {offered.map(({ day, words }) => (
          <label className="choice" key={words}>
            <input type="radio" name="day" checked={newDay === day} onChange={() => onChange(day)} />
            <span>
              {words}
              {day && <span className="card__place">{formatDayMonth(day)}</span>}
            </span>
          </label>
        ))}
      </div>
      <input
        className="input"
        type="date"
        aria-label={t('otherDay')}
        min={today}
        value={newDay ?? ''}
        onChange={({ target }) => {
          if (isCalendarDate(target.value)) onChange(target.value)
        }}
      />
      <Wrong text={wrong} />
    </fieldset>
  )
}

function Wrong({ text }: { text: string | false }) {
  return <div role="alert">{text && <p className="wrong">{text}</p>}</div>
}

const whereAndWhen = () => ({ position: lastPosition(), deviceAt: new Date() })
