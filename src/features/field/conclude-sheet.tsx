'use client'
import { Check } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { ChecklistField } from './checklist-field'
import { concludeGroup } from './conclude-group'
import { CountField } from './count-field'
import { numberWords } from './day-words'
import { type Draft, useDraft, writeDraft } from './draft'
import type { FieldGroup } from './field-client'
import { FieldLabel } from './field-label'
import { draftKeyOf } from './field-work'
import { hasUnits, openTasks, unitNumber } from './group-view'
import { LocationField } from './location-field'
import { missingEvidence, stepsOf, targetsOf } from './missing-evidence'
import { PhotoField } from './photo-field'
import { closeSheet, goTo } from './place'
import { useHasPosition } from './position'
import { ReportField } from './report-field'
import { Sheet } from './sheet'
import { SignatureField } from './signature-field'

/** Asks for what the units demand and is not there yet, the camera first; says everything that is missing at once. */
export function ConcludeSheet({ group }: { group: FieldGroup }) {
  const t = useTranslations('field')
  const key = draftKeyOf(group)
  const draft = useDraft(key)
  const hasPosition = useHasPosition()
  // What was there when the sheet opened was filled in on the task's screen and is not asked again.
  const [asked] = useState(() => missingEvidence(group, draft, hasPosition))
  const [isRefused, setIsRefused] = useState(false)
  const write = (change: Partial<Draft>) => writeDraft(key, change)
  const targets = targetsOf(group, draft)
  const missing = missingEvidence(group, draft, hasPosition)
  const { demands, subject, concluded, generated } = group
  const isMany = hasUnits(group) && openTasks(group).length > 1
  const progress = t('group.concludedOf', { concluded, total: generated })

  function conclude() {
    if (missing.length > 0) return setIsRefused(true)
    concludeGroup(group)
    closeSheet()
  }
  return (
    <Sheet
      title={t('conclude.title', { subject })}
      context={t('conclude.context', { customer: group.customerName ?? t('group.noCustomer'), progress })}
      footer={
        <>
          {isRefused && missing.length > 0 && (
            <p className="wrong" role="alert">
              {t('conclude.missing', { list: missing.map((lack) => t(`conclude.lack.${lack}`)).join(', ') })}
            </p>
          )}
          <button
            className="btn btn--tall"
            type="button"
            onClick={() => goTo({ screen: 'notDone', sheet: null, taskId: targets[0]?.id ?? null })}
          >
            {t('act.notPossible')}
          </button>
          <button className="btn btn--primary grow" type="button" onClick={conclude}>
            <Check aria-hidden className="i" />
            {isMany ? t('act.concludeCount', { count: targets.length }) : t('act.conclude')}
          </button>
        </>
      }
    >
      {isMany && (
        <div className="block">
          {draft.chosenIds.length === 0 && <CountField group={group} count={draft.count} />}
          <p className="hint">
            {t(draft.chosenIds.length > 0 ? 'conclude.chosen' : 'conclude.next', {
              count: targets.length,
              units: numberWords(targets.map(unitNumber), t('conclude.to')),
            })}
          </p>
        </div>
      )}
      {asked.includes('photos') && (
        <PhotoField
          title={
            <FieldLabel
              text={t('evidence.photo')}
              isRequired
              note={
                demands.photos > 1
                  ? t('evidence.requiredMany', { most: demands.photos })
                  : t('evidence.requiredFor', { count: targets.length })
              }
            />
          }
          ids={draft.photoIds}
          onChange={(photoIds) => write({ photoIds })}
        />
      )}
      {asked.includes('checklist') && (
        <div className="block">
          <FieldLabel text={t('evidence.checklist')} isRequired isMasculine />
          <ChecklistField
            steps={stepsOf(targets)}
            ticked={draft.checklist}
            onChange={(checklist) => write({ checklist })}
          />
        </div>
      )}
      <ReportField value={draft.report} isRequired={demands.report} onChange={(report) => write({ report })} />
      {asked.includes('signature') && (
        <SignatureField
          title={<FieldLabel text={t('evidence.signature')} isRequired />}
          signatureId={draft.signatureId}
          signerName={draft.signerName}
          onSign={(signatureId) => write({ signatureId })}
          onName={(signerName) => write({ signerName })}
        />
      )}
      {asked.includes('location') && <LocationField />}
    </Sheet>
  )
}
