'use client'
import { useSuspenseQuery } from '@tanstack/react-query'
import { ListChecks } from 'lucide-react'
import type { Route } from 'next'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { RefusalBlockers } from '@/features/refusals/refusal-blockers'
import { usePreparedOrder } from '@/features/sales-orders/form/use-prepared-order'
import { formatCents } from '@/lib/money'
import { useTRPC } from '@/trpc/client'
import { useCommand } from '@/trpc/use-command'
import { Button } from '@/ui/button'
import { Checkbox } from '@/ui/checkbox'
import { DateField } from '@/ui/date-field'
import { Dialog } from '@/ui/dialog'
import { FormGrid } from '@/ui/form-grid'
import { QueryBoundary, SkeletonRows } from '@/ui/query-boundary'
import { RadioCards } from '@/ui/radio-cards'
import { Select } from '@/ui/select'
import { useShortcut } from '@/ui/shortcut-provider'
import { ConvertItems } from './convert-items'
import { partOf, type Take } from './quote-take'

export type ConvertQuoteDialogProps = { number: number; onClose: () => void }

/** "Transformar em pedido" (2.3): which items and how much of each, the order's own fields, and what is born with it. */
export function ConvertQuoteDialog({ number, onClose }: ConvertQuoteDialogProps) {
  const t = useTranslations('quotes.convert')
  return (
    <QueryBoundary
      skeleton={
        <Dialog isOpen onClose={onClose} width="wide" title={t('title')}>
          <SkeletonRows />
        </Dialog>
      }
    >
      <LoadedDialog number={number} onClose={onClose} />
    </QueryBoundary>
  )
}

function LoadedDialog({ number, onClose }: ConvertQuoteDialogProps) {
  const t = useTranslations('quotes.convert')
  const words = useTranslations('orderForm')
  const router = useRouter()
  const trpc = useTRPC()
  const { data: quote } = useSuspenseQuery(trpc.quotes.get.queryOptions({ number }))
  const prepared = usePreparedOrder(quote.customer.id)
  const { settings, actions } = prepared
  const mayGenerate = settings.generatesOpportunity && actions.generate.length === 0
  const linkable = quote.opportunity?.status === 'open' && quote.opportunity.salesOrderId === null
  const [takes, setTakes] = useState<readonly Take[]>(() =>
    quote.items.map(({ id, quantity }) => ({ quoteItemId: id, isTaken: true, quantity })),
  )
  const [issuedOn, setIssuedOn] = useState<string>(prepared.today)
  const [dueOn, setDueOn] = useState('')
  const [sellerId, setSellerId] = useState(quote.seller.id)
  const [projectId, setProjectId] = useState(quote.project?.id ?? '')
  const [generates, setGenerates] = useState(mayGenerate && settings.generatesByDefault)
  const [opportunity, setOpportunity] = useState<'link' | 'create'>(linkable ? 'link' : 'create')
  const convert = useCommand(trpc.quotes.convert, {
    doneMessage: (order) => t('done', { number: `${order.number}`, tasks: order.tasksCreated }),
    onDone: (order) => router.push(`/sales-orders/${order.number}` as Route),
    onRefused: () => undefined,
  })
  const taken = takes.filter(({ isTaken }) => isTaken)
  const parts = quote.items.map((item, index) => {
    const take = takes[index]
    return take ? partOf(item, take) : { totalCents: 0, tasks: 0 }
  })
  const totalCents = parts.reduce((sum, part) => sum + part.totalCents, 0)
  const tasks = parts.reduce((sum, part) => sum + part.tasks, 0)
  const leftCents = (quote.totalCents ?? 0) - totalCents

  function confirm() {
    if (taken.length === 0) return
    void convert.run({
      quoteId: quote.id,
      items: taken.map(({ quoteItemId, quantity }) => ({ quoteItemId, quantity })),
      issuedOn,
      dueOn: dueOn || null,
      sellerId,
      projectId: projectId || null,
      contractId: quote.contract?.id ?? null,
      generatesOpportunity: generates,
      opportunity,
    })
  }
  useShortcut('mod+enter', confirm, { label: t('title'), isInOverlay: true })
  return (
    <Dialog
      isOpen
      onClose={onClose}
      width="wide"
      title={t('title')}
      description={t('of', { number: `${number}`, customer: quote.customer.name })}
      isPressOutsideIgnored
      footerNote={t.rich('total', { value: formatCents(totalCents), b: (chunks) => <b>{chunks}</b> })}
      footer={
        <>
          <Button onClick={onClose}>{t('keep')}</Button>
          <Button
            variant="primary"
            shortcut="Ctrl+Enter"
            isDisabled={taken.length === 0}
            isPending={convert.isPending}
            onClick={confirm}
          >
            {t('confirm', { value: formatCents(totalCents) })}
          </Button>
        </>
      }
    >
      <div className="grid grid-cols-1 gap-4">
        <RefusalBlockers refusal={convert.refusal} title={t('refused')} />
        <div>
          <ConvertItems quote={quote} takes={takes} onChange={setTakes} />
          <p className="mt-2 text-xs text-ink-2">
            {leftCents > 0 ? t('left', { value: formatCents(leftCents) }) : t('whole')}
          </p>
        </div>
        <FormGrid>
          <DateField
            className="col-span-3"
            label={words('issuedOn')}
            isRequired
            value={issuedOn}
            onChange={setIssuedOn}
          />
          <DateField className="col-span-3" label={words('dueOn')} value={dueOn} onChange={setDueOn} />
          <Select
            className="col-span-3"
            label={words('sellerId')}
            isRequired
            value={sellerId}
            onChange={setSellerId}
            options={prepared.sellers.map(({ id, name }) => ({ value: id, label: name }))}
          />
          {settings.showsProjectAndContract && (
            <Select
              className="col-span-3"
              label={words('projectId')}
              value={projectId}
              onChange={setProjectId}
              emptyLabel={words('noChoice')}
              options={prepared.projects.map(({ id, name }) => ({ value: id, label: name }))}
            />
          )}
        </FormGrid>
        {mayGenerate && (
          <div className="overflow-clip rounded-control border border-line">
            <div className="grid gap-2 px-4 py-3">
              <Checkbox label={words('option')} isStrong value={generates} onChange={setGenerates} />
              {generates && linkable && quote.opportunity && (
                <RadioCards
                  label={t('opportunity')}
                  layout="inline"
                  value={opportunity}
                  onChange={setOpportunity}
                  options={[
                    {
                      value: 'link',
                      label: t('link', { number: `${quote.opportunity.number}`, title: quote.opportunity.title }),
                    },
                    { value: 'create', label: t('create') },
                  ]}
                />
              )}
            </div>
            <p role="status" className="flex items-center gap-2 border-t border-line bg-sunken px-4 py-2">
              <ListChecks aria-hidden strokeWidth={1.75} className="size-4 flex-none" />
              {generates ? t(`forecast.${opportunity}`, { tasks }) : words('forecastOff')}
            </p>
          </div>
        )}
      </div>
    </Dialog>
  )
}
