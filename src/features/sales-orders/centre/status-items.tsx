'use client'
import { useTranslations } from 'next-intl'
import { TermHelp } from '@/features/help/term-help'
import type { TermId } from '@/features/help/use-terms'
import { formatCents } from '@/lib/money'
import { formatQuantity } from '@/lib/quantity'
import { Flag } from '@/ui/flag'
import { StatusItemUnits } from './status-item-units'
import type { StatusPanelData } from './status-panel'

export type StatusItem = StatusPanelData['items'][number]

const terms: Readonly<Record<string, TermId>> = {
  invoiced: 'invoicedQuantity',
  balance: 'balance',
  billable: 'billable',
  concluded: 'concluded',
}

const numeric = 'py-2 pl-3 text-right align-top whitespace-nowrap'

/** 3.2: the items with "Tarefas Conc." as the last column; nothing stands after it. On phones each item is a block with the same words. */
export function StatusItems({ order: { id, number, items, totals } }: { order: StatusPanelData }) {
  const t = useTranslations('salesOrders.status')
  const headings = ['unit', 'quantity', 'invoiced', 'balance', 'billable', 'concluded'] as const
  return (
    <table className="w-full border-collapse max-phone:block max-phone:*:block">
      <caption className="sr-only">{t('table', { number: `${number}` })}</caption>
      <thead className="max-phone:hidden!">
        <tr className="border-b border-line text-left text-ink-2">
          <th scope="col" className="py-2 font-medium">
            {t('item')}
          </th>
          <th scope="col" className="w-full py-2 pl-3 font-medium">
            {t('description')}
          </th>
          {headings.map((heading) => (
            <th key={heading} scope="col" className={`${numeric} font-medium`}>
              {t(heading)}
              {terms[heading] && <TermHelp id={terms[heading]} />}
            </th>
          ))}
        </tr>
      </thead>
      {items.map((item) => (
        <StatusItemRows key={item.id} item={item} salesOrderId={id} />
      ))}
      <tfoot>
        <tr className="border-t-2 border-control font-medium max-phone:grid max-phone:grid-cols-3 max-phone:gap-x-3 max-phone:py-2">
          <td className="max-phone:hidden" />
          <td className="py-2 pl-3 max-phone:col-span-3 max-phone:p-0">{t('sum')}</td>
          <td className="max-phone:hidden" />
          <Amount name={t('quantity')}>{formatQuantity(totals.quantity)}</Amount>
          <Amount name={t('invoiced')}>{formatQuantity(totals.invoicedQuantity)}</Amount>
          <Amount name={t('balance')}>{formatQuantity(totals.balance)}</Amount>
          <Amount name={t('billable')}>
            <Billable units={totals.billable} cents={totals.billableCents} />
          </Amount>
          <Amount name={t('concluded')}>{totals.concluded}</Amount>
        </tr>
      </tfoot>
    </table>
  )
}

function StatusItemRows({ item, salesOrderId }: { item: StatusItem; salesOrderId: string }) {
  const t = useTranslations('salesOrders.status')
  return (
    <tbody className="border-b border-line">
      <tr className="max-phone:grid max-phone:grid-cols-3 max-phone:gap-x-3 max-phone:py-2">
        <td className="py-2 align-top text-ink-2 max-phone:hidden">{item.position}</td>
        <th scope="row" className="py-2 pl-3 text-left font-medium max-phone:col-span-3 max-phone:p-0">
          {item.description}
        </th>
        <td className={`${numeric} max-phone:hidden`}>{item.unitCode}</td>
        <Amount name={t('quantity')}>{formatQuantity(item.quantity)}</Amount>
        <Amount name={t('invoiced')}>
          {formatQuantity(item.invoicedQuantity)}
          {item.unitsProcessing > 0 && (
            <span className="block text-xs text-ink-2">{t('processing', { count: item.unitsProcessing })}</span>
          )}
        </Amount>
        <Amount name={t('balance')}>{formatQuantity(item.balance)}</Amount>
        <Amount name={t('billable')}>
          <BillableOfItem item={item} />
        </Amount>
        <Amount name={t('concluded')}>
          <b>{item.unitsConcluded}</b>
        </Amount>
      </tr>
      <StatusItemUnits item={item} salesOrderId={salesOrderId} />
    </tbody>
  )
}

function Amount({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <td className={`${numeric} max-phone:p-0 max-phone:text-left`}>
      <span className="hidden text-xs text-ink-2 max-phone:block">{name}</span>
      {children}
    </td>
  )
}

function BillableOfItem({ item }: { item: StatusItem }) {
  const t = useTranslations('salesOrders.status')
  if (item.kind === 'goods') return <span className="text-ink-3">{t('goods')}</span>
  if (item.billable > 0) return <Billable units={item.billable} cents={item.billableCents} />
  if (item.invoiced >= item.unitCount) {
    return (
      <Flag tone="ok" glyph="check">
        {t('invoicedAll')}
      </Flag>
    )
  }
  const open = item.openUnits.open + item.missing
  if (open === 0) return <span className="text-ink-2">{t('billableOnly', { units: 0 })}</span>
  return <span className="text-ink-2">{t('nothing', { reason: t('missingTasks', { count: open }) })}</span>
}

function Billable({ units, cents }: { units: number; cents: number | null }) {
  const t = useTranslations('salesOrders.status')
  if (units === 0) return <span className="text-ink-2">{t('billableOnly', { units })}</span>
  return (
    <Flag tone="ready" glyph="dot">
      {cents === null ? t('billableOnly', { units }) : t('billableValue', { units, value: formatCents(cents) })}
    </Flag>
  )
}
