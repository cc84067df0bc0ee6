'use client'
import { useTranslations } from 'next-intl'
import { ChecklistField } from './checklist-field'
import { type Draft, useDraft, writeDraft } from './draft'
import type { FieldGroup } from './field-client'
import { FieldLabel } from './field-label'
import { draftKeyOf } from './field-work'
import { hasUnits, openTasks, unitNumber } from './group-view'
import { stepsOf, targetsOf } from './missing-evidence'
import { PhotoField, Picture } from './photo-field'
import { ReportField } from './report-field'

/** Filled in while working: the sheet that concludes then asks for nothing that is here. */
export function EvidenceCards({ group }: { group: FieldGroup }) {
  const t = useTranslations('field.evidence')
  const key = draftKeyOf(group)
  const draft = useDraft(key)
  const write = (change: Partial<Draft>) => writeDraft(key, change)
  const steps = stepsOf(targetsOf(group, draft))
  const { demands } = group
  const isOpen = openTasks(group).length > 0
  return (
    <>
      {isOpen && steps.length > 0 && (
        <section className="card card--list" aria-labelledby="checklist">
          <div className="split">
            <h2 id="checklist">
              {t('checklist')} <span className="req">*</span>
            </h2>
            <span className="hint">
              {t('steps', { done: steps.filter((_, place) => draft.checklist[place]).length, total: steps.length })}
            </span>
          </div>
          <ChecklistField steps={steps} ticked={draft.checklist} onChange={(checklist) => write({ checklist })} />
        </section>
      )}
      <section className="card" aria-label={t('photos')}>
        {isOpen ? (
          <PhotoField
            title={<FieldLabel as="h2" text={t('photos')} isRequired={demands.photos > 0} />}
            ids={draft.photoIds}
            onChange={(photoIds) => write({ photoIds })}
          />
        ) : (
          <h2>{t('photos')}</h2>
        )}
        <SentPhotos group={group} />
      </section>
      <section className="card" aria-label={t('notes')}>
        <SentReports group={group} />
        {isOpen && (
          <ReportField value={draft.report} isRequired={demands.report} onChange={(report) => write({ report })} />
        )}
      </section>
    </>
  )
}

function SentPhotos({ group }: { group: FieldGroup }) {
  const t = useTranslations('field.evidence')
  const photos = group.tasks.flatMap((task) => task.photoFileIds.map((id) => ({ id, task })))
  if (photos.length === 0) return null
  return (
    <div className="photos">
      {photos.map(({ id, task }) => (
        <figure className="photo" key={`${task.id}-${id}`}>
          <Picture id={id} label={t('photoOfUnit', { unit: unitNumber(task) })} />
          {hasUnits(group) && <figcaption>{t('unit', { unit: unitNumber(task) })}</figcaption>}
        </figure>
      ))}
    </div>
  )
}

function SentReports({ group }: { group: FieldGroup }) {
  const t = useTranslations('field.evidence')
  const told = group.tasks.filter(({ report }) => report)
  return told.map((task) => (
    <p key={task.id}>
      {task.report}
      {hasUnits(group) && <span className="hint card__place">{t('unit', { unit: unitNumber(task) })}</span>}
    </p>
  ))
}
