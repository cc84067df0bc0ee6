'use client'
import { useQuery } from '@tanstack/react-query'
import type { inferRouterOutputs } from '@trpc/server'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useRefusalSentence } from '@/features/refusals/use-refusal-sentence'
import type { AppRouter } from '@/server/api/root'
import { useTRPC } from '@/trpc/client'
import { useCommand } from '@/trpc/use-command'
import { Button } from '@/ui/button'
import { DataTable } from '@/ui/data-table'
import { Dialog } from '@/ui/dialog'
import { Flag } from '@/ui/flag'
import { SkeletonRows } from '@/ui/query-boundary'
import type { TableColumn } from '@/ui/table-column'

type Outputs = inferRouterOutputs<AppRouter>['salesOrders']
type Preview = Outputs['previewGeneration']
type Answers = Outputs['generateMany']

export type GenerateDialogProps = { ids: readonly string[]; onClose: () => void }

/** 2.4: late generation of one order or many: first what will happen to each, then what happened to each. Repeating it is safe. */
export function GenerateDialog({ ids, onClose }: GenerateDialogProps) {
  const t = useTranslations('salesOrders.generate')
  const trpc = useTRPC()
  const [asked] = useState(() => [...ids])
  const [answers, setAnswers] = useState<Answers | null>(null)
  const { data: preview } = useQuery({
    ...trpc.salesOrders.previewGeneration.queryOptions({ salesOrderIds: asked }),
    enabled: answers === null,
  })
  const generate = useCommand(trpc.salesOrders.generateMany, { onDone: (result) => setAnswers(result) })
  const ready = preview?.orders.filter(({ outcome }) => outcome === 'ready') ?? []
  const [only] = preview?.orders ?? []

  return (
    <Dialog
      isOpen
      onClose={onClose}
      width="wide"
      title={t('title')}
      description={
        asked.length === 1 && only ? t('one', { number: `${only.number}` }) : t('many', { count: asked.length })
      }
      footerNote={t('again')}
      footer={
        answers ? (
          <Button variant="primary" onClick={onClose}>
            {t('close')}
          </Button>
        ) : (
          <>
            <Button onClick={onClose}>{t('keep')}</Button>
            <Button
              variant="primary"
              isDisabled={ready.length === 0}
              isPending={generate.isPending}
              onClick={() => void generate.run({ ids: ready.map(({ salesOrderId }) => salesOrderId) })}
            >
              {t('confirm', { tasks: preview?.totals.tasks ?? 0 })}
            </Button>
          </>
        )
      }
    >
      {preview ? <GenerationTable preview={preview} answers={answers} /> : <SkeletonRows />}
    </Dialog>
  )
}

function GenerationTable({ preview, answers }: { preview: Preview; answers: Answers | null }) {
  const t = useTranslations('salesOrders.generate')
  const columns = useGenerationColumns(answers)
  const { ready, alreadyHave, refused, withoutItems, opportunities, tasks } = preview.totals
  const done = answers?.filter(({ outcome }) => outcome === 'done').length ?? 0
  const sentences = answers
    ? [t('resultTitle', { done, refused: answers.length - done })]
    : [
        t('preview', { ready, opportunities, tasks }),
        alreadyHave > 0 && t('already', { count: alreadyHave }),
        refused > 0 && t('refusedCount', { count: refused }),
        withoutItems > 0 && t('withoutItems', { count: withoutItems }),
      ].filter(Boolean)
  return (
    <div className="grid gap-3">
      <p role="status" className="font-medium">
        {sentences.join(' · ')}
      </p>
      <DataTable
        caption={t('title')}
        columns={columns}
        rows={preview.orders}
        rowId={({ salesOrderId }) => salesOrderId}
        rowName={({ number }) => t('one', { number: `${number}` })}
        isInline
      />
    </div>
  )
}

function useGenerationColumns(answers: Answers | null): TableColumn<Preview['orders'][number]>[] {
  const t = useTranslations('salesOrders.generate')
  const sentenceOf = useRefusalSentence()
  function resultOf({ salesOrderId, outcome, opportunities, tasks, refusals }: Preview['orders'][number]) {
    const answer = answers?.find(({ id }) => id === salesOrderId)
    if (answer?.outcome === 'done') {
      return (
        <Flag tone="ok" glyph="check">
          {t('outcome.done')}
        </Flag>
      )
    }
    if (answer?.outcome === 'refused') {
      return (
        <Flag tone="danger" glyph="bang">
          {answer.refusal.blockers.map(({ message }) => message).join(' ')}
        </Flag>
      )
    }
    if (outcome === 'refused') return <span className="text-danger-tx">{sentenceOf(refusals)}</span>
    return outcome === 'ready' ? t('effect', { opportunities, tasks }) : t('outcome.already_has')
  }
  return [
    { id: 'number', header: t('order'), isStrong: true, card: 'title', cell: ({ number }) => number },
    { id: 'customer', header: t('customer'), isGrow: true, card: 'meta', cell: ({ customerName }) => customerName },
    { id: 'result', header: t('result'), card: 'extra', cell: resultOf },
  ]
}
