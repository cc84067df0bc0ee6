'use client'
import {
  ArchiveX,
  Ban,
  ClipboardList,
  Copy,
  ExternalLink,
  FolderOpen,
  ReceiptText,
  RotateCcw,
  Sparkles,
  Target,
} from 'lucide-react'
import type { Route } from 'next'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useInvoicePanel } from '@/features/invoices/use-invoice-panel'
import { useMenuBlock } from '@/features/refusals/use-menu-block'
import { useTRPC } from '@/trpc/client'
import { useCommand } from '@/trpc/use-command'
import type { MenuEntry } from '@/ui/menu'
import { CancelOrderDialog } from './cancel-order-dialog'
import { CloseBalanceDialog } from './close-balance-dialog'
import { GenerateDialog } from './generate-dialog'
import { opportunityCode } from './opportunity-code'
import type { OrderRow } from './order-columns'
import { ReactivateOrderDialog } from './reactivate-order-dialog'

type Asking = { about: 'generate' | 'cancel' | 'closeBalance' | 'reactivate'; order: OrderRow }

/** The ⋯ menu of an order: what is not allowed now says why. */
export function useOrderActions({ openStatus }: { openStatus: (order: number) => void }) {
  const t = useTranslations('salesOrders.actions')
  const router = useRouter()
  const blockOf = useMenuBlock()
  const invoicePanel = useInvoicePanel()
  const [asking, setAsking] = useState<Asking | null>(null)
  const duplicate = useCommand(useTRPC().salesOrders.duplicate, {
    doneMessage: ({ number }) => t('duplicated', { number: `${number}` }),
    onDone: ({ number }) => router.push(`/sales-orders/${number}` as Route),
  })

  function actionsOf(order: OrderRow): MenuEntry[] {
    const { id, number, status, opportunityNumber, actions } = order
    const ask = (about: Asking['about']) => () => setAsking({ about, order })
    const page = `/sales-orders/${number}`
    return [
      { label: t('open'), icon: FolderOpen, href: page },
      { label: t('openNewTab'), icon: ExternalLink, href: page, isNewTab: true },
      { label: t('status'), icon: ClipboardList, onSelect: () => openStatus(number) },
      opportunityNumber === null
        ? { label: t('generate'), icon: Sparkles, onSelect: ask('generate'), ...blockOf(actions.generate) }
        : {
            label: t('openOpportunity', { code: opportunityCode(opportunityNumber) }),
            icon: Target,
            href: `/opportunities/${opportunityNumber}`,
            isNewTab: true,
          },
      ...(opportunityNumber !== null && actions.generateMissing.length === 0
        ? [{ label: t('generateMissing'), icon: Sparkles, onSelect: ask('generate') }]
        : []),
      {
        label: t('invoice'),
        icon: ReceiptText,
        onSelect: () => invoicePanel.open(number),
        ...blockOf(actions.invoice),
      },
      {
        label: t('duplicate'),
        icon: Copy,
        onSelect: () => void duplicate.run({ salesOrderId: id }),
        ...blockOf(actions.duplicate),
      },
      { separator: true },
      ...(status === 'cancelled'
        ? [
            {
              label: t('reactivate'),
              icon: RotateCcw,
              onSelect: ask('reactivate'),
              ...blockOf(actions.reactivate),
            },
          ]
        : [
            {
              label: t('closeBalance'),
              icon: ArchiveX,
              onSelect: ask('closeBalance'),
              ...blockOf(actions.closeBalance),
            },
            {
              label: t('cancel'),
              icon: Ban,
              isDanger: true,
              onSelect: ask('cancel'),
              ...blockOf(actions.cancel),
            },
          ]),
    ]
  }
  return { actionsOf, dialog: asking && <OrderQuestion {...asking} onClose={() => setAsking(null)} /> }
}

function OrderQuestion({ about, order, onClose }: Asking & { onClose: () => void }) {
  if (about === 'generate') return <GenerateDialog ids={[order.id]} onClose={onClose} />
  if (about === 'cancel') return <CancelOrderDialog order={order} onClose={onClose} />
  if (about === 'closeBalance') return <CloseBalanceDialog order={order} onClose={onClose} />
  return <ReactivateOrderDialog order={order} onClose={onClose} />
}
