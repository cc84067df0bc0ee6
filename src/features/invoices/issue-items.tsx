'use client'
import { useTranslations } from 'next-intl'
import { Fragment, useState } from 'react'
import { formatAmount } from '@/lib/money'
import { formatQuantity } from '@/lib/quantity'
import { classNames } from '@/ui/class-names'
import { Flag } from '@/ui/flag'
import { Stepper } from '@/ui/stepper'
import { IssueItemUnits } from './issue-item-units'
import { type DraftItem, type InvoiceDraft, type IssueSelection, unitsAsked, withItem } from './issue-selection'

export type IssueItemsProps = {
  draft: InvoiceDraft
  selection: IssueSelection
  onSelect: (selection: IssueSelection) => void
  isRecomputing: boolean
}

const cell = 'border-t border-line px-4 align-middle max-phone:border-t-0 max-phone:px-0'
const numberCell = classNames(cell, 'text-right max-phone:hidden')

/** The order's services: what is concluded, what is on a note, and how much goes on this one. */
export function IssueItems({ draft, selection, onSelect, isRecomputing }: IssueItemsProps) {
  const t = useTranslations('invoices.issue.items')
  const [choosing, setChoosing] = useState<string | null>(null)
  return (
    <div className="overflow-clip rounded-control border border-line">
      <table className="w-full border-separate border-spacing-0 max-phone:block">
        <caption className="sr-only">{t('caption')}</caption>
        <thead className="text-xs text-ink-2 max-phone:sr-only">
          <tr className="h-8 bg-canvas [&>th]:px-4 [&>th]:font-medium [&>th]:whitespace-nowrap">
            <th scope="col" className="w-11 text-left">
              {t('number')}
            </th>
            <th scope="col" className="text-left">
              {t('description')}
            </th>
            <th scope="col" className="text-right">
              {t('quantity')}
            </th>
            <th scope="col" className="text-right">
              {t('concluded')}
            </th>
            <th scope="col" className="text-right">
              {t('invoiced')}
            </th>
            <th scope="col" className="w-[196px] text-left">
              {t('now')}
            </th>
            <th scope="col" className="w-28 text-right">
              {t('amount')}
            </th>
          </tr>
        </thead>
        <tbody className="max-phone:block">
          {draft.items.map((item) => (
            <Fragment key={item.id}>
              <ItemRow
                item={item}
                units={unitsAsked(selection, item)}
                isFixed={selection.mode === 'full'}
                isRecomputing={isRecomputing}
                onUnits={(units) => onSelect(withItem(selection, draft, item.id, { units }))}
              />
              {item.billable > 0 && (
                <tr className="max-phone:block max-phone:px-3 max-phone:pb-3">
                  <td className="max-phone:hidden" />
                  <td colSpan={6} className="px-4 pb-3 max-phone:block max-phone:px-0">
                    <IssueItemUnits
                      item={item}
                      draft={draft}
                      selection={selection}
                      isChoosing={choosing === item.id}
                      onChoosing={(is) => setChoosing(is ? item.id : null)}
                      onSelect={onSelect}
                    />
                  </td>
                </tr>
              )}
            </Fragment>
          ))}
        </tbody>
      </table>
    </div>
  )
}

type ItemRowProps = {
  item: DraftItem
  units: number
  isFixed: boolean
  isRecomputing: boolean
  onUnits: (units: number) => void
}

function ItemRow({ item, units, isFixed, isRecomputing, onUnits }: ItemRowProps) {
  const t = useTranslations('invoices.issue.items')
  const { position, description, billable, now } = item
  const concluded = item.isCounter ? '—' : String(item.concluded)
  return (
    <tr className="h-11 max-phone:grid max-phone:h-auto max-phone:grid-cols-[20px_minmax(0,1fr)_auto] max-phone:items-center max-phone:gap-x-2 max-phone:gap-y-1 max-phone:border-t max-phone:border-line max-phone:px-3 max-phone:py-2">
      <td className={classNames(cell, 'text-ink-3')}>{position}</td>
      <td className={cell}>
        {description}
        <p className="text-xs text-ink-2 phone:hidden">
          {t('phoneFacts', { quantity: formatQuantity(item.quantity), concluded, invoiced: item.invoiced })}{' '}
          <Processing item={item} />
        </p>
      </td>
      <td className={numberCell}>{formatQuantity(item.quantity)}</td>
      <td className={numberCell}>{item.isCounter ? <span className="text-ink-3">{t('counter')}</span> : concluded}</td>
      <td className={classNames(numberCell, 'whitespace-nowrap')}>
        {item.invoiced} <Processing item={item} />
      </td>
      <td className={classNames(cell, 'py-1.5 max-phone:order-4 max-phone:col-span-3')}>
        {billable > 0 ? (
          <Stepper
            label={t('step', { item: position })}
            value={Math.min(units, billable)}
            max={billable}
            maxReason={t(item.isCounter ? 'mostCounter' : 'most', { max: billable })}
            isDisabled={isFixed}
            onChange={onUnits}
          />
        ) : (
          <NothingToBill item={item} />
        )}
      </td>
      <td
        aria-busy={isRecomputing || undefined}
        className={classNames(cell, 'text-right font-bold whitespace-nowrap', isRecomputing && 'opacity-60')}
      >
        {now.amountCents === null || now.units === 0 ? '–' : formatAmount(now.amountCents)}
      </td>
    </tr>
  )
}

function Processing({ item }: { item: DraftItem }) {
  const t = useTranslations('invoices.issue.items')
  if (item.processing === 0) return null
  return <span className="text-info-tx">{t('processing', { count: item.processing })}</span>
}

function NothingToBill({ item }: { item: DraftItem }) {
  const t = useTranslations('invoices.issue.items')
  const isBilled = item.invoiced > 0 && item.invoiced + item.waived >= item.unitCount
  if (!isBilled) return <span className="text-ink-3">{t('nothing')}</span>
  return (
    <Flag tone="ok" glyph="check">
      {t('done')}
    </Flag>
  )
}
