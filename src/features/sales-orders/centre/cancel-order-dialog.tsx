'use client'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { ConcludedUnitsChoice } from '@/contract/sales-orders'
import { useBlockers } from '@/features/refusals/use-blockers'
import { useTRPC } from '@/trpc/client'
import { useCommand } from '@/trpc/use-command'
import { BlockerList } from '@/ui/blocker-list'
import { Checkbox } from '@/ui/checkbox'
import { ConfirmDialog } from '@/ui/confirm-dialog'
import { RadioCards } from '@/ui/radio-cards'
import { TextArea } from '@/ui/text-area'
import { opportunityCode } from './opportunity-code'
import type { OrderDialogProps } from './reactivate-order-dialog'

/** C1 and C2: what cancelling does, what becomes of concluded work, and why; the effect comes from the plan that will run. */
export function CancelOrderDialog({ order, onClose }: OrderDialogProps) {
  const t = useTranslations('salesOrders.cancelOrder')
  const trpc = useTRPC()
  const [concludedUnits, setConcludedUnits] = useState<ConcludedUnitsChoice>('invoice_first')
  const [losesOpportunity, setLosesOpportunity] = useState(true)
  const [waiveReason, setWaiveReason] = useState('')
  const { data: preview } = useQuery({
    ...trpc.salesOrders.previewCancel.queryOptions({ salesOrderId: order.id, concludedUnits, losesOpportunity }),
    placeholderData: keepPreviousData,
  })
  const blockersOf = useBlockers({ isNewTab: true })
  const cancel = useCommand(trpc.salesOrders.cancel, { onDone: onClose, onRefused: () => undefined })
  if (!preview) return null
  const { salesOrderId, version, fingerprint, cancelled, concluded, lost } = preview
  const number = `${order.number}`

  return (
    <ConfirmDialog
      isOpen
      onClose={onClose}
      title={t('title', { number })}
      consequence={t('consequence', { tasks: cancelled.length })}
      confirmLabel={t('confirm', { number })}
      keepLabel={t('keep')}
      isDanger
      isPending={cancel.isPending}
      reason={{ label: t('reason'), hint: t('reasonHint'), isRequired: true, maxLength: 500 }}
      error={cancel.refusal?.blockers.map(({ message }) => message).join(' ')}
      onConfirm={(reason) =>
        void cancel.run({ salesOrderId, version, fingerprint, concludedUnits, losesOpportunity, reason, waiveReason })
      }
    >
      <div className="grid gap-3">
        {concluded.length > 0 && (
          <RadioCards
            label={t('concluded', { count: concluded.length })}
            value={concludedUnits}
            onChange={setConcludedUnits}
            options={[
              { value: 'invoice_first', label: t('invoiceFirst'), effect: t('invoiceFirstEffect') },
              {
                value: 'do_not_invoice',
                label: t('doNotInvoice'),
                effect: t('doNotInvoiceEffect'),
                isDisabled: !preview.mayWaive,
                children: (
                  <TextArea
                    label={t('waiveReason')}
                    value={waiveReason}
                    onChange={setWaiveReason}
                    isRequired
                    rows={2}
                  />
                ),
              },
            ]}
          />
        )}
        <Checkbox
          label={t('losesOpportunity')}
          hint={
            lost
              ? t('losesHint', { code: opportunityCode(lost.number), title: lost.title, reason: lost.lossReason })
              : t('losesOff')
          }
          value={losesOpportunity}
          onChange={setLosesOpportunity}
        />
        <BlockerList blockers={blockersOf(preview.refusals)} title={t('blocked')} />
      </div>
    </ConfirmDialog>
  )
}
