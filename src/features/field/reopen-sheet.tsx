'use client'
import { RotateCcw } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useId, useState } from 'react'
import type { FieldGroup, FieldTask } from './field-client'
import { draftKeyOf, submit } from './field-work'
import { hasUnits, unitNumber } from './group-view'
import { closeSheet } from './place'
import { Sheet } from './sheet'

/** R3: a concluded unit becomes open work again, with a reason. */
export function ReopenSheet({ group, task }: { group: FieldGroup; task: FieldTask }) {
  const t = useTranslations('field')
  const id = useId()
  const [reason, setReason] = useState('')
  const [isMissing, setIsMissing] = useState(false)
  const unit = hasUnits(group) ? t('group.unit', { number: unitNumber(task) }) : group.subject
  function reopen() {
    if (reason.trim() === '') return setIsMissing(true)
    submit(
      { kind: 'reopen', input: { taskIds: [task.id], reason: reason.trim() } },
      { subject: group.subject, draftKey: draftKeyOf(group) },
    )
    closeSheet()
  }
  return (
    <Sheet
      title={t('reopen.title', { unit })}
      context={group.subject}
      footer={
        <button className="btn btn--primary grow" type="button" onClick={reopen}>
          <RotateCcw aria-hidden className="i" />
          {t('reopen.submit')}
        </button>
      }
    >
      <div className="field">
        <label htmlFor={id}>
          {t('reopen.reason')} <span className="req">*</span>
        </label>
        <textarea
          className="input"
          id={id}
          rows={2}
          maxLength={2000}
          aria-invalid={isMissing}
          aria-describedby={`${id}-wrong`}
          value={reason}
          onChange={({ target }) => setReason(target.value)}
        />
        <p className="wrong" id={`${id}-wrong`} role="alert">
          {isMissing && reason.trim() === '' && t('reopen.reasonMissing')}
        </p>
      </div>
    </Sheet>
  )
}
