'use client'
import { useQueries } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { maxItemsPerOrder } from '@/contract/sales-orders'
import { maxNamesToMatch } from '@/contract/services'
import { formatAmount } from '@/lib/money'
import { formatQuantity } from '@/lib/quantity'
import { useTRPC } from '@/trpc/client'
import { Button } from '@/ui/button'
import { DataTable } from '@/ui/data-table'
import { Dialog } from '@/ui/dialog'
import { Flag } from '@/ui/flag'
import type { TableColumn } from '@/ui/table-column'
import { TextArea } from '@/ui/text-area'
import type { OrderFormRow } from './order-form-values'
import { type PastedLine, type PasteProblem, readPastedLines, rowOfPasted } from './pasted-lines'

export type PasteDialogProps = {
  customerId: string
  /** How many items the form has already. */
  taken: number
  onClose: () => void
  onRows: (rows: OrderFormRow[]) => void
}

/** "Colar do Excel": shows what each line would become. Either all lines go in or, while one has an error, none. */
export function PasteDialog({ customerId, taken, onClose, onRows }: PasteDialogProps) {
  const t = useTranslations('orderForm.paste')
  const kit = useTranslations('kit')
  const [text, setText] = useState('')
  const { lines, isMatching, hasFailed } = usePastedLines(text, customerId)
  const columns = usePasteColumns()
  const rows = lines.map(({ outcome }) => outcome).filter((outcome) => typeof outcome !== 'string')
  const wrong = lines.length - rows.length
  const isTooMany = taken + lines.length > maxItemsPerOrder
  const isReady = lines.length > 0 && wrong === 0 && !isMatching && !hasFailed && !isTooMany
  return (
    <Dialog
      isOpen
      onClose={onClose}
      isPressOutsideIgnored={text !== ''}
      width="wide"
      title={t('title')}
      description={t('how')}
      footerNote={
        <span role="status" className={wrong > 0 || isTooMany || hasFailed ? 'font-medium text-danger-tx' : ''}>
          {hasFailed
            ? t('failed')
            : isTooMany
              ? t('tooMany', { count: maxItemsPerOrder })
              : lines.length > 0 && !isMatching && t('count', { ready: rows.length, wrong })}
        </span>
      }
      footer={
        <>
          <Button onClick={onClose}>{kit('cancel')}</Button>
          <Button variant="primary" isDisabled={!isReady} isPending={isMatching} onClick={() => onRows(rows)}>
            {t('submit', { count: rows.length })}
          </Button>
        </>
      }
    >
      <TextArea label={t('lines')} hint={t('hint')} rows={5} value={text} onChange={setText} />
      {lines.length > 0 && !isMatching && (
        <DataTable
          caption={t('caption')}
          columns={columns}
          rows={lines}
          rowId={({ pasted }) => `${pasted.line}`}
          rowName={({ pasted }) => t('line', { line: pasted.line })}
          isInline
        />
      )}
    </Dialog>
  )
}

type ReadLine = { pasted: PastedLine; outcome: OrderFormRow | PasteProblem }

function usePastedLines(text: string, customerId: string) {
  const trpc = useTRPC()
  const pasted = readPastedLines(text)
  const names = [...new Set(pasted.filter(({ problem }) => problem === null).map(({ name }) => name))]
  const groups = Array.from({ length: Math.ceil(names.length / maxNamesToMatch) }, (_, group) =>
    names.slice(group * maxNamesToMatch, (group + 1) * maxNamesToMatch),
  )
  return useQueries({
    queries: groups.map((group) =>
      trpc.services.match.queryOptions({ names: group, customerId: customerId || undefined }, { staleTime: 60_000 }),
    ),
    combine(answers) {
      const matches = new Map(
        answers.flatMap(({ data = [] }) => data.map(({ name, services }) => [name, services] as const)),
      )
      return {
        lines: pasted.map(
          (line): ReadLine => ({ pasted: line, outcome: rowOfPasted(line, matches.get(line.name) ?? []) }),
        ),
        isMatching: answers.some(({ isPending }) => isPending),
        hasFailed: answers.some(({ isError }) => isError),
      }
    },
  })
}

function usePasteColumns(): TableColumn<ReadLine>[] {
  const t = useTranslations('orderForm.paste')
  const words = useTranslations('orderForm')
  const rowOf = ({ outcome }: ReadLine) => (typeof outcome === 'string' ? null : outcome)
  return [
    { id: 'line', header: t('columns.line'), card: 'meta', cell: ({ pasted }) => pasted.line },
    {
      id: 'service',
      header: t('columns.service'),
      card: 'meta',
      cell: (line) => rowOf(line)?.service?.code ?? <span className="block max-w-40 truncate">{line.pasted.name}</span>,
    },
    {
      id: 'description',
      header: words('description'),
      isGrow: true,
      card: 'title',
      cell: (line) =>
        typeof line.outcome === 'string' ? (
          <Flag tone="danger" glyph="bang" className="max-phone:whitespace-normal">
            {t(`problems.${line.outcome}`)}
          </Flag>
        ) : (
          line.outcome.description
        ),
    },
    {
      id: 'quantity',
      header: t('columns.quantity'),
      align: 'end',
      card: 'line',
      cardLabel: t('columns.quantity'),
      isCardHidden: ({ pasted }) => pasted.quantity === null,
      cell: ({ pasted }) => pasted.quantity !== null && formatQuantity(pasted.quantity),
    },
    {
      id: 'price',
      header: words('unitPriceCents'),
      align: 'end',
      card: 'lineEnd',
      cell: (line) => {
        const cents = rowOf(line)?.unitPriceCents ?? line.pasted.unitPriceCents
        return cents !== null && formatAmount(cents)
      },
    },
  ]
}
