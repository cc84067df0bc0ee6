'use client'
import { useTranslations } from 'next-intl'
import type { Registers } from './register-data'
import { RegisterSection } from './register-section'

type PipelineListProps = { pipelines: Registers['pipelines']; mayWrite: boolean }

/** Pipelines in their order, then the stages of each. */
export function PipelineList({ pipelines, mayWrite }: PipelineListProps) {
  const t = useTranslations('registers')
  return (
    <>
      <RegisterSection
        kind="pipelines"
        title={t('tabs.pipelines')}
        note={t('notes.pipelines')}
        rows={pipelines}
        mayWrite={mayWrite}
      />
      {pipelines.map(({ id, name, stages }) => (
        <RegisterSection
          key={id}
          kind="stages"
          title={t('stagesOf', { name })}
          rows={stages}
          pipelineId={id}
          mayWrite={mayWrite}
        />
      ))}
    </>
  )
}
