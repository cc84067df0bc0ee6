'use client'
import { ArchiveX, Ban, Copy, ListChecks, ReceiptText, RotateCcw, Sparkles, Undo2 } from 'lucide-react'
import type { Route } from 'next'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import { useInvoicePanel } from '@/features/invoices/use-invoice-panel'
import { useMenuBlock } from '@/features/refusals/use-menu-block'
import { useTRPC } from '@/trpc/client'
import { useCommand } from '@/trpc/use-command'
import type { MenuEntry } from '@/ui/menu'
import { CancelOrderDialog } from '../centre/cancel-order-dialog'
import { CloseBalanceDialog } from '../centre/close-balance-dialog'
import { GenerateDialog } from '../centre/generate-dialog'
import { ReactivateOrderDialog } from '../centre/reactivate-order-dialog'
import type { Order } from './order-page'

type Asking = 'generate' | 'cancel' | 'closeBalance' | 'reactivate'

export type OrderMenu = { entries: MenuEntry[]; dialog: ReactNode; askToGenerate: () => void }

/** The ⋯ menu of the order's page: what is not allowed now says why. */
export function useOrderMenu(order: Order): OrderMenu {
  const t = useTranslations('salesOrders.actions')
  const page = useTranslations('orderPage')
  const trpc = useTRPC()
  const router = useRouter()
  const blockOf = useMenuBlock()
  const invoicePanel = useInvoicePanel()
  const [asking, setAsking] = useState<Asking | null>(null)
  const { id, number, status, opportunity, items, actions } = order
  const duplicate = useCommand(trpc.salesOrders.duplicate, {
    doneMessage: (made) => t('duplicated', { number: `${made.number}` }),
    onDone: (made) => router.push(`/sales-orders/${made.number}` as Route),
  })
  const undo = useCommand(trpc.salesOrders.undoGeneration, {
    doneMessage: ({ cancelled }) => page('undone', { tasks: cancelled }),
  })
  const ask = (about: Asking) => () => setAsking(about)
  const hasTasks = items.some(({ units }) => units.length > 0)

  const entries: MenuEntry[] = [
    {
      label: t('invoice'),
      icon: ReceiptText,
      onSelect: () => invoicePanel.open(number),
      ...blockOf(actions.invoice),
    },
    ...(hasTasks ? [{ label: page('seeTasks'), icon: ListChecks, href: `/tasks?salesOrderId=${id}` }] : []),
    opportunity
      ? {
          label: t('generateMissing'),
          icon: Sparkles,
          onSelect: ask('generate'),
          ...blockOf(actions.generateMissing),
        }
      : { label: t('generate'), icon: Sparkles, onSelect: ask('generate'), ...blockOf(actions.generate) },
    ...(opportunity
      ? [
          {
            label: page('undo'),
            icon: Undo2,
            onSelect: () => void undo.run({ salesOrderId: id }),
            ...blockOf(actions.undoGeneration),
          },
        ]
      : []),
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
  return {
    entries,
    dialog: asking && <OrderQuestion about={asking} order={{ id, number }} onClose={() => setAsking(null)} />,
    askToGenerate: ask('generate'),
  }
}

type OrderQuestionProps = { about: Asking; order: { id: string; number: number }; onClose: () => void }

function OrderQuestion({ about, order, onClose }: OrderQuestionProps) {
  if (about === 'generate') return <GenerateDialog ids={[order.id]} onClose={onClose} />
  if (about === 'cancel') return <CancelOrderDialog order={order} onClose={onClose} />
  if (about === 'closeBalance') return <CloseBalanceDialog order={order} onClose={onClose} />
  return <ReactivateOrderDialog order={order} onClose={onClose} />
}
