'use client'
import { ArchiveX, ArrowDown, ArrowUp, Pencil, Trash2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import { useRefusalSentence } from '@/features/refusals/use-refusal-sentence'
import { useTaskPanel } from '@/features/tasks/use-task-panel'
import { formatAmount } from '@/lib/money'
import { formatQuantity } from '@/lib/quantity'
import { useTRPC } from '@/trpc/client'
import { useCommand } from '@/trpc/use-command'
import { Button } from '@/ui/button'
import { Flag } from '@/ui/flag'
import { Menu, type MenuEntry } from '@/ui/menu'
import { UnitStrip } from '@/ui/unit-strip'
import { useUnitCells } from '../centre/status-item-units'
import { EndItemDialog, type EndItemKind } from './end-item-dialog'
import { FactCell, itemRow, leftCell } from './item-cells'
import type { ItemField } from './order-items'
import type { Order, OrderItem } from './order-page'

export type ItemShownProps = { order: Order; item: OrderItem; onEdit: (field: ItemField) => void }

/** An item at rest: its numbers, a cell for every unit, and on a press the field that was pressed to edit. */
export function ItemShown({ order, item, onEdit }: ItemShownProps) {
  const t = useTranslations('orderPage')
  const [ending, setEnding] = useState<EndItemKind | null>(null)
  const entries = useItemMenu({ order, item, onEdit, onEnd: setEnding })
  const mayEdit = order.actions.edit.length === 0
  const { position, unitPriceCents, totalCents, discountCents } = item
  const edit = (field: ItemField, children: ReactNode) =>
    mayEdit ? (
      <button
        type="button"
        className="-mx-1 rounded-badge px-1 text-inherit hover:bg-sunken hover:shadow-[inset_0_0_0_1px_var(--control-border)]"
        aria-label={t(`edit.${field}`, { item: position })}
        title={t(`edit.${field}`, { item: position })}
        onClick={() => onEdit(field)}
      >
        {children}
      </button>
    ) : (
      children
    )
  return (
    <tbody className="border-b border-line">
      <tr className={itemRow}>
        <td className="py-2 pl-4 align-top text-ink-2 max-tablet:hidden">{position}</td>
        <td className={`${leftCell} text-ink-2 max-tablet:hidden`}>{item.serviceCode}</td>
        <th scope="row" className={`${leftCell} font-medium max-tablet:col-[1/-2] max-tablet:p-0`}>
          {edit('description', item.description)}
        </th>
        <FactCell name={t('quantity')} className="max-tablet:row-start-2">
          {edit('quantity', formatQuantity(item.quantity))}
        </FactCell>
        <FactCell name={t('unit')} className="text-ink-2 max-tablet:row-start-2">
          {item.unitCode}
        </FactCell>
        {unitPriceCents !== null && totalCents !== null && (
          <>
            <FactCell name={t('price')}>{edit('unitPriceCents', formatAmount(unitPriceCents))}</FactCell>
            <FactCell name={t('total')} className="font-bold">
              {formatAmount(totalCents)}
              {discountCents !== null && discountCents > 0 && (
                <span className="block text-xs font-normal text-ink-2">
                  {edit('discountCents', t('discountNote', { value: formatAmount(discountCents) }))}
                </span>
              )}
            </FactCell>
          </>
        )}
        <FactCell name={t('invoiced')}>{formatQuantity(item.invoicedQuantity)}</FactCell>
        <FactCell name={t('balance')}>{formatQuantity(item.balance)}</FactCell>
        <FactCell name={t('concluded')}>{item.kind === 'goods' ? t('none') : item.unitsConcluded}</FactCell>
        <td className="py-1 pr-2 text-right align-top max-tablet:col-start-[-2] max-tablet:row-start-1 max-tablet:p-0">
          {entries.length > 0 && <Menu label={t('actionsOfItem', { item: position })} entries={entries} />}
        </td>
      </tr>
      <ItemUnits order={order} item={item} />
      {ending && (
        <tr className="contents">
          <td className="contents">
            <EndItemDialog item={item} kind={ending} onKind={setEnding} onClose={() => setEnding(null)} />
          </td>
        </tr>
      )}
    </tbody>
  )
}

function ItemUnits({ order, item }: { order: Order; item: OrderItem }) {
  const t = useTranslations('orderPage')
  const cells = useUnitCells()
  const openTask = useTaskPanel().open
  const generate = useCommand(useTRPC().salesOrders.generate)
  if (item.units.length === 0 && item.missing === 0) return null
  return (
    <tr className="max-tablet:block max-tablet:px-4">
      <td className="max-tablet:hidden" />
      <td colSpan={10} className="px-2 pb-3 max-tablet:block max-tablet:px-0 max-tablet:pt-2">
        <UnitStrip
          label={t('unitsOf', { item: item.position })}
          units={cells(item.units)}
          onUnit={({ no }) => {
            const unit = item.units.find(({ unitNo }) => unitNo === no)
            if (unit) openTask(unit.taskId)
          }}
        />
        {item.missing > 0 && order.opportunity && (
          <p className="mt-2 flex items-center gap-3 text-xs">
            <Flag tone="warn" glyph="bang" isSmall>
              {t('missing', { count: item.missing })}
            </Flag>
            {order.actions.generateMissing.length === 0 && (
              <Button
                variant="link"
                isPending={generate.isPending}
                onClick={() => void generate.run({ salesOrderId: order.id })}
              >
                {t('generateMissing')}
              </Button>
            )}
          </p>
        )}
      </td>
    </tr>
  )
}

type ItemMenu = ItemShownProps & { onEnd: (kind: EndItemKind) => void }

function useItemMenu({ order, item, onEdit, onEnd }: ItemMenu): MenuEntry[] {
  const t = useTranslations('orderPage')
  const sentenceOf = useRefusalSentence()
  const move = useCommand(useTRPC().salesOrders.moveItem)
  const place = order.items.findIndex(({ id }) => id === item.id) + 1
  const { edit } = order.actions
  if (edit.some(({ code }) => code === 'FORBIDDEN')) return []
  const blockedBy = sentenceOf(edit)
  const moveTo = (position: number) => () => void move.run({ itemId: item.id, position })
  return [
    { label: t('editItem'), icon: Pencil, onSelect: () => onEdit('quantity'), blockedBy },
    ...(place > 1 ? [{ label: t('moveUp'), icon: ArrowUp, onSelect: moveTo(place - 1), blockedBy }] : []),
    ...(place < order.items.length
      ? [{ label: t('moveDown'), icon: ArrowDown, onSelect: moveTo(place + 1), blockedBy }]
      : []),
    { separator: true },
    { label: t('closeItem'), icon: ArchiveX, onSelect: () => onEnd('closeBalance'), blockedBy },
    { label: t('removeItem'), icon: Trash2, isDanger: true, onSelect: () => onEnd('remove'), blockedBy },
  ]
}
