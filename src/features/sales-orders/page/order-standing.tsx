'use client'
import { Target } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useRefusalSentence } from '@/features/refusals/use-refusal-sentence'
import { useTRPC } from '@/trpc/client'
import { useCommand } from '@/trpc/use-command'
import { Button } from '@/ui/button'
import { Callout } from '@/ui/callout'
import { TextLink } from '@/ui/text-link'
import { opportunityCode } from '../centre/opportunity-code'
import type { Order } from './order-page'

/** 2.1: the link to the opportunity that the order generated, with its progress, or the offer to generate it now. */
export function OrderStanding({ order, onGenerate }: { order: Order; onGenerate: () => void }) {
  const t = useTranslations('orderPage')
  const sentenceOf = useRefusalSentence()
  const { opportunity, actions, missing, unitsConcluded, unitsGenerated } = order
  if (!opportunity) {
    const mayGenerate = actions.generate.length === 0
    if (!mayGenerate && !order.generatesOpportunity) return null
    return (
      <Callout
        tone="info"
        icon={Target}
        end={
          mayGenerate && (
            <Button size="small" onClick={onGenerate}>
              {t('generate')}
            </Button>
          )
        }
      >
        {mayGenerate ? t('notGenerated') : sentenceOf(actions.generate)}
      </Callout>
    )
  }
  return (
    <Callout tone="info" icon={Target} end={<UndoOrMissing order={order} />}>
      {t.rich('generated', {
        code: opportunityCode(opportunity.number),
        title: opportunity.title,
        concluded: unitsConcluded,
        total: unitsGenerated,
        link: (words) => (
          <TextLink isStrong href={`/opportunities/${opportunity.number}`} isNewTab>
            {words}
          </TextLink>
        ),
      })}
      {missing > 0 && <span className="font-medium"> · {t('missing', { count: missing })}</span>}
    </Callout>
  )
}

function UndoOrMissing({ order: { id, actions, unitsConcluded } }: { order: Order }) {
  const t = useTranslations('orderPage')
  const trpc = useTRPC()
  const undo = useCommand(trpc.salesOrders.undoGeneration, {
    doneMessage: ({ cancelled }) => t('undone', { tasks: cancelled }),
  })
  const generate = useCommand(trpc.salesOrders.generate)
  if (actions.generateMissing.length === 0) {
    return (
      <Button size="small" isPending={generate.isPending} onClick={() => void generate.run({ salesOrderId: id })}>
        {t('generateMissing')}
      </Button>
    )
  }
  if (actions.undoGeneration.length > 0 || unitsConcluded > 0) return null
  return (
    <Button size="small" isPending={undo.isPending} onClick={() => void undo.run({ salesOrderId: id })}>
      {t('undo')}
    </Button>
  )
}
