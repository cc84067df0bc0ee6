'use client'
import { CircleX, GitCompareArrows, Lock, type LucideIcon, Pencil, Plus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { StaleChoice } from '@/features/listing/stale-choice'
import { useBlockers } from '@/features/refusals/use-blockers'
import { formatDate } from '@/lib/calendar-date'
import { formatCents } from '@/lib/money'
import { formatQuantity } from '@/lib/quantity'
import { BlockerList } from '@/ui/blocker-list'
import { Button } from '@/ui/button'
import { Checkbox } from '@/ui/checkbox'
import { TextLink } from '@/ui/text-link'
import type { Order, OrderItem } from './order-page'
import type { ItemDraft, ItemEdit, ItemPreview } from './use-item-edit'

export type ItemImpactProps = { order: Order; item: OrderItem; edit: ItemEdit; onClose: () => void }

/** What an edit will do to the item's units (E1 to E6), what is against it, and the buttons that confirm or leave it. */
export function ItemImpact({ order, item, edit, onClose }: ItemImpactProps) {
  const t = useTranslations('orderPage.impact')
  const words = useTranslations('orderForm')
  const blockersOf = useBlockers({ isNewTab: true })
  const { preview, isChanged, isUnreadable, isReady, isPending, refusal } = edit
  const blockers = preview ? blockersOf(preview.refusals) : []
  return (
    <div className="mt-2 rounded-control border border-control bg-surface">
      {preview && (
        <>
          <p role="status" className="flex items-center gap-2 border-b border-line px-3 py-2 font-bold">
            <GitCompareArrows aria-hidden strokeWidth={1.75} className="size-4 flex-none" />
            <Title preview={preview} />
          </p>
          <Effects order={order} preview={preview} />
          {blockers.length > 0 && (
            <div className="px-3 pt-2 text-danger-tx *:*:last:border-b-0">
              <BlockerList blockers={blockers} title={null} id={`why-not-${item.id}`} />
            </div>
          )}
          <StartedUnits edit={edit} />
        </>
      )}
      {refusal && (
        <div role="alert" className="flex flex-wrap gap-2 border-b border-line px-3 py-2">
          <p className="basis-full font-medium text-danger-tx">{refusal.message}</p>
          <StaleChoice
            refusal={refusal}
            fields={edit.conflicts.map(({ key, stored, mine }) => ({
              label: words(`fields.${key}`),
              stored: wordsOf(key, stored),
              mine: wordsOf(key, mine),
            }))}
            onTakeStored={onClose}
            onKeepMine={edit.save}
          />
        </div>
      )}
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2 bg-sunken px-3 py-2">
        <span className="text-ink-2">
          {preview ? <Minimum preview={preview} /> : t(isUnreadable ? 'unreadable' : isChanged ? 'waiting' : 'hint')}
        </span>
        <div className="ml-auto flex flex-wrap gap-2">
          {edit.isChosen && <Button onClick={edit.useSuggestion}>{t('suggestion')}</Button>}
          <Button onClick={onClose}>{t('discard')}</Button>
          <Button
            variant="primary"
            shortcut="Enter"
            isPending={isPending}
            isBlocked={isUnreadable || (isChanged && !isReady)}
            aria-describedby={`why-not-${item.id}`}
            onClick={edit.save}
          >
            {t('save')}
          </Button>
        </div>
      </div>
    </div>
  )
}

function wordsOf(key: keyof ItemDraft, value: ItemDraft[keyof ItemDraft]): string {
  if (key === 'quantity') return formatQuantity(value ?? 0)
  return typeof value === 'number' ? formatCents(value) : (value ?? formatCents(0))
}

function Title({ preview: { before, after, created, cancelled, blocked } }: { preview: ItemPreview }) {
  const t = useTranslations('orderPage.impact')
  const wanted = after?.quantity ?? before.quantity
  if (wanted === before.quantity) {
    return t('value', { from: formatCents(before.totalCents), to: formatCents(after?.totalCents ?? before.totalCents) })
  }
  const effects = [
    created > 0 && t('created', { count: created }),
    cancelled.length > 0 && t('cancelled', { count: cancelled.length }),
    blocked.length > 0 && t('blocked', { count: blocked.length }),
  ].filter(Boolean)
  return t('quantity', {
    from: formatQuantity(before.quantity),
    to: formatQuantity(wanted),
    effects: effects.length > 0 ? effects.join(', ') : t('nothing'),
  })
}

function Effects({ order, preview }: { order: Order; preview: ItemPreview }) {
  const t = useTranslations('orderPage.impact')
  const { created, cancelled, blocked, renamed, after } = preview
  return (
    <ul className="divide-y divide-line">
      {created > 0 && (
        <Effect icon={Plus} title={t('created', { count: created })}>
          {t('createdHint')}
        </Effect>
      )}
      {created === 0 && !order.opportunity && after && <Effect icon={Plus} title={t('later')} />}
      {cancelled.length > 0 && (
        <Effect icon={CircleX} title={t('cancelled', { count: cancelled.length })}>
          <UnitNames units={cancelled} />
          <span className="block text-xs text-ink-2">{t('chooseHint')}</span>
        </Effect>
      )}
      {blocked.length > 0 && (
        <Effect icon={Lock} title={t('blocked', { count: blocked.length })} isDanger>
          <UnitNames units={blocked} />
        </Effect>
      )}
      {renamed > 0 && (
        <Effect icon={Pencil} title={t('renamed', { count: renamed })}>
          {after?.description}
        </Effect>
      )}
    </ul>
  )
}

type EffectProps = { icon: LucideIcon; title: string; isDanger?: boolean; children?: ReactNode }

function Effect({ icon: Icon, title, isDanger = false, children }: EffectProps) {
  return (
    <li className={`flex items-start gap-2 px-3 py-2 ${isDanger ? 'text-danger-tx' : ''}`}>
      <Icon aria-hidden strokeWidth={1.75} className="mt-0.5 size-4 flex-none" />
      <b className="w-36 flex-none font-medium max-phone:w-auto">{title}</b>
      <div className="min-w-0">{children}</div>
    </li>
  )
}

const MOST_NAMES = 8

/** Which units, each with who had it and when: "nº 14, Carlos, 26/11". */
export function UnitNames({ units }: { units: ItemPreview['cancelled'] }) {
  const t = useTranslations('orderPage.impact')
  const rest = units.length - MOST_NAMES
  return (
    <>
      {units.slice(0, MOST_NAMES).map(({ taskId, unitNo, assigneeName, dueOn, invoice }, index) => (
        <span key={taskId}>
          {index > 0 && ' · '}
          {t('unit', {
            no: unitNo,
            who: assigneeName ?? 'none',
            due: dueOn ? formatDate(dueOn) : 'none',
          })}
          {invoice && (
            <>
              {' '}
              <TextLink isStrong href={`/invoices/${invoice.number}`}>
                {t('onNote', { note: invoice.nfseNumber ?? `${invoice.number}` })}
              </TextLink>
            </>
          )}
        </span>
      ))}
      {rest > 0 && <span> {t('rest', { count: rest })}</span>}
    </>
  )
}

function Minimum({ preview: { minimum } }: { preview: ItemPreview }) {
  return useTranslations('orderPage.impact')('minimum', { minimum: formatQuantity(minimum) })
}

function StartedUnits({ edit: { preview, cancelsStarted, setCancelsStarted } }: { edit: ItemEdit }) {
  const t = useTranslations('orderPage.impact')
  const isAsked = preview?.refusals.some(({ code }) => code === 'STARTED_UNITS_NEED_CONFIRMATION') ?? false
  if (!isAsked && !cancelsStarted) return null
  return (
    <div className="px-3 py-2">
      <Checkbox label={t('started')} value={cancelsStarted} onChange={setCancelsStarted} />
    </div>
  )
}
