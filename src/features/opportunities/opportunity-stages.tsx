'use client'
import { useTranslations } from 'next-intl'
import { RefusalBlockers } from '@/features/refusals/refusal-blockers'
import { useTRPC } from '@/trpc/client'
import { useCommand } from '@/trpc/use-command'
import { StageSteps } from '@/ui/stage-steps'
import type { Opportunity } from './opportunity-line'

/** The stages of the pipeline; pressing one moves the opportunity there while it is open. */
export function OpportunityStages({ opportunity }: { opportunity: Opportunity }) {
  const t = useTranslations('opportunities.stages')
  const { id, stages, stageId, actions, status } = opportunity
  const nameOf = (stage: string) => stages.find((one) => one.id === stage)?.name ?? ''
  const move = useCommand(useTRPC().opportunities.moveStage, {
    doneMessage: (moved) => t('moved', { stage: nameOf(moved.stageId) }),
    onRefused: () => undefined,
  })
  const mayMove = actions.moveStage.length === 0
  return (
    <>
      <StageSteps
        label={t('label')}
        currentId={stageId}
        stages={stages.map((stage) => ({ ...stage, pickLabel: t('moveTo', { stage: stage.name }) }))}
        onPick={
          mayMove && !move.isPending ? (stage) => void move.run({ opportunityId: id, stageId: stage }) : undefined
        }
      />
      {!mayMove && status !== 'open' && <p className="text-xs text-ink-2">{t('closed')}</p>}
      <RefusalBlockers refusal={move.refusal} />
    </>
  )
}
