'use client'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { type CancelCode, cancelCodes } from '@/contract/invoices'
import { formatCents } from '@/lib/money'
import { unitRanges } from '@/lib/unit-ranges'
import { useTRPC } from '@/trpc/client'
import { Flag } from '@/ui/flag'
import { RadioCards } from '@/ui/radio-cards'
import { CancelUnits } from './cancel-units'
import type { Invoice } from './invoice-record'

type HeldUnit = Invoice['lines'][number]['units'][number]
type Card = `${CancelCode}`

export type CancelReasonProps = {
  invoiceId: string
  units: number
  held: readonly HeldUnit[]
  code: CancelCode | null
  onCode: (code: CancelCode) => void
  reopens: ReadonlySet<string>
  onReopens: (taskIds: ReadonlySet<string>) => void
  error?: string
  unitsError?: string
}

/** The authority's reasons, each with what it does to the units; the effect is computed by the code that will run. */
export function CancelReason(props: CancelReasonProps) {
  const { units, code, onCode, error } = props
  const t = useTranslations('invoices.cancel')
  return (
    <RadioCards<Card>
      label={t('reason')}
      isRequired
      value={code === null ? '' : `${code}`}
      onChange={(card) => onCode(codeOf(card))}
      error={error}
      options={cancelCodes.map((option) => ({
        value: `${option}`,
        label: t(`codes.c${option}`),
        effect: t(`effects.c${option}`, { units }),
        children: <ReasonDetail {...props} code={option} />,
      }))}
    />
  )
}

const codeOf = (card: Card): CancelCode => cancelCodes.find((code) => `${code}` === card) ?? 9

function ReasonDetail({
  code,
  held,
  reopens,
  onReopens,
  unitsError,
  invoiceId,
}: CancelReasonProps & { code: CancelCode }) {
  const t = useTranslations('invoices.cancel')
  return (
    <div className="space-y-2 py-1">
      {code !== 1 && held.length > 0 && (
        <CancelUnits
          label={t(code === 2 ? 'which' : 'whichOther')}
          isRequired={code === 2}
          units={held}
          reopens={reopens}
          onReopens={onReopens}
          error={unitsError}
        />
      )}
      <Effect invoiceId={invoiceId} code={code} reopenTaskIds={code === 1 ? [] : [...reopens]} />
    </div>
  )
}

function Effect({ invoiceId, code, reopenTaskIds }: { invoiceId: string; code: CancelCode; reopenTaskIds: string[] }) {
  const t = useTranslations('invoices.cancel')
  const { data } = useQuery({
    ...useTRPC().invoices.cancelPreview.queryOptions({ invoiceId, code, reopenTaskIds }),
    placeholderData: keepPreviousData,
  })
  if (!data) return <p className="text-ink-2">{t('computing')}</p>
  const again = data.billableAgain.length
  const units = named(data.billableAgain)
  const amount = data.billableAgainCents
  return (
    <p role="status" className="flex flex-wrap gap-x-3">
      <b>{t('reopened', { count: data.reopened.length, units: named(data.reopened) })}</b>
      <Flag tone={again > 0 ? 'ready' : 'neutral'} glyph={again > 0 ? 'dot' : undefined} className="whitespace-normal!">
        {again > 0 && amount !== null
          ? t('againAmount', { count: again, units, amount: formatCents(amount) })
          : t('again', { count: again, units })}
      </Flag>
      {data.counterUnits > 0 && (
        <Flag tone="ready" glyph="dot">
          {t('counter', { count: data.counterUnits })}
        </Flag>
      )}
    </p>
  )
}

function named(units: readonly { unitNo: number }[]): string {
  return unitRanges(units.map(({ unitNo }) => unitNo)).replace(/(^|, )/g, '$1#')
}
