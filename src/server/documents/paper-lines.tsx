import { StyleSheet, Text, View } from '@react-pdf/renderer'
import { formatAmount, formatCents } from '@/lib/money'
import { formatQuantity } from '@/lib/quantity'
import type { SalesDocumentLine } from '@/server/domain/documents/read-sales-document'
import { paperColors, paperStyle } from './paper-style'
import { paperWords } from './paper-words'

/** The lines of a quote or order with what they sum to; amounts stay away from whoever may not see values. */
export function PaperLines({ lines }: { lines: readonly SalesDocumentLine[] }) {
  const showsValues = lines.some(({ totalCents }) => totalCents !== null)
  const showsDiscount = showsValues && lines.some(({ discountCents }) => (discountCents ?? 0) > 0)
  const shows = { showsValues, showsDiscount }
  if (lines.length === 0)
    return <Text style={[paperStyle.section, paperStyle.quiet]}>{paperWords('paper.noLines')}</Text>
  return (
    <View style={paperStyle.section}>
      <View fixed style={style.head}>
        <Text style={style.position}>{paperWords('paper.columns.position')}</Text>
        <Text style={style.description}>{paperWords('paper.columns.description')}</Text>
        <Text style={style.quantity}>{paperWords('paper.columns.quantity')}</Text>
        <Text style={style.unit}>{paperWords('paper.columns.unit')}</Text>
        {showsValues && <Text style={style.amount}>{paperWords('paper.columns.unitPrice')}</Text>}
        {showsDiscount && <Text style={style.amount}>{paperWords('paper.columns.discount')}</Text>}
        {showsValues && <Text style={style.amount}>{paperWords('paper.columns.total')}</Text>}
      </View>
      {lines.map((line, index) => (
        <Line key={line.position} line={line} place={index + 1} {...shows} />
      ))}
      {showsValues && <Totals lines={lines} />}
    </View>
  )
}

type LineProps = { line: SalesDocumentLine; place: number; showsValues: boolean; showsDiscount: boolean }

function Line({ line, place, showsValues, showsDiscount }: LineProps) {
  const amount = (cents: number | null) => (cents === null ? '' : formatAmount(cents))
  return (
    <View style={style.line} wrap={false}>
      <Text style={style.position}>{place}</Text>
      <Text style={style.description}>{line.description}</Text>
      <Text style={style.quantity}>{formatQuantity(line.quantity)}</Text>
      <Text style={style.unit}>{line.unitCode}</Text>
      {showsValues && <Text style={style.amount}>{amount(line.unitPriceCents)}</Text>}
      {showsDiscount && <Text style={style.amount}>{line.discountCents ? amount(line.discountCents) : '–'}</Text>}
      {showsValues && <Text style={[style.amount, paperStyle.strong]}>{amount(line.totalCents)}</Text>}
    </View>
  )
}

function Totals({ lines }: { lines: readonly SalesDocumentLine[] }) {
  const sum = (of: (line: SalesDocumentLine) => number | null) =>
    lines.reduce((total, line) => total + (of(line) ?? 0), 0)
  const net = sum(({ totalCents }) => totalCents)
  const discount = sum(({ discountCents }) => discountCents)
  return (
    <View style={style.totals} wrap={false}>
      {discount > 0 && (
        <>
          <Total label={paperWords('paper.totals.gross')} value={formatCents(net + discount)} />
          <Total label={paperWords('paper.totals.discount')} value={`− ${formatCents(discount)}`} />
        </>
      )}
      <View style={style.net}>
        <Text>{paperWords('paper.totals.net')}</Text>
        <Text>{formatCents(net)}</Text>
      </View>
    </View>
  )
}

function Total({ label, value }: { label: string; value: string }) {
  return (
    <View style={style.total}>
      <Text style={paperStyle.quiet}>{label}</Text>
      <Text>{value}</Text>
    </View>
  )
}

const style = StyleSheet.create({
  head: {
    flexDirection: 'row',
    paddingVertical: 4,
    borderBottomWidth: 1,
    borderBottomColor: paperColors.text,
    fontSize: 8,
    fontWeight: 600,
  },
  line: { flexDirection: 'row', paddingVertical: 5, borderBottomWidth: 0.5, borderBottomColor: paperColors.line },
  position: { width: 24, color: paperColors.quiet },
  description: { flexGrow: 1, flexShrink: 1, flexBasis: 0, paddingRight: 10 },
  quantity: { width: 48, textAlign: 'right' },
  unit: { width: 30, paddingLeft: 6, color: paperColors.quiet },
  amount: { width: 72, textAlign: 'right' },
  totals: { width: 220, marginTop: 8, alignSelf: 'flex-end' },
  total: { flexDirection: 'row', justifyContent: 'space-between', paddingVertical: 2 },
  net: {
    flexDirection: 'row',
    justifyContent: 'space-between',
    marginTop: 3,
    paddingTop: 5,
    borderTopWidth: 1,
    borderTopColor: paperColors.text,
    fontSize: 12,
    fontWeight: 600,
  },
})
