import { StyleSheet, Text, View } from '@react-pdf/renderer'
import { formatDate } from '@/lib/calendar-date'
import type { SalesDocument } from '@/server/domain/documents/read-sales-document'
import { PaperFrame } from './paper-frame'
import { PaperLines } from './paper-lines'
import { type PaperFact, PaperParties } from './paper-parties'
import { paperColors, paperStyle } from './paper-style'
import { paperWords } from './paper-words'

export type SalesDocumentPaperProps = { document: SalesDocument; logo: Buffer | null; printedAt: Date }

/** The paper of a quote or of an order, for the customer. */
export function SalesDocumentPaper({ document, logo, printedAt }: SalesDocumentPaperProps) {
  const { kind, number, issuer, recipient, lines, notes } = document
  return (
    <PaperFrame
      title={paperWords(`paper.titles.${kind}`)}
      number={number}
      customerName={recipient.name}
      issuer={issuer}
      logo={logo}
      printedAt={printedAt}
      warning={warningOf(document)}
    >
      <PaperParties parties={document} facts={factsOf(document)} />
      <PaperLines lines={lines} />
      {notes.trim() !== '' && (
        <View style={paperStyle.section}>
          <Text style={paperStyle.heading} minPresenceAhead={24}>
            {paperWords('paper.notes')}
          </Text>
          <Text>{notes.trim()}</Text>
        </View>
      )}
      {kind === 'quote' && <Acceptance />}
    </PaperFrame>
  )
}

function Acceptance() {
  return (
    <View style={style.acceptance} wrap={false}>
      <Text style={paperStyle.heading}>{paperWords('paper.acceptance.title')}</Text>
      <Text>{paperWords('paper.acceptance.text')}</Text>
      <View style={style.signing}>
        <Text style={style.date}>{paperWords('paper.acceptance.date')}</Text>
        <Text style={style.signature}>{paperWords('paper.acceptance.signature')}</Text>
      </View>
    </View>
  )
}

function warningOf({ kind, status }: SalesDocument): string | undefined {
  if (kind === 'quote' && status === 'draft') return paperWords('paper.draft')
  return kind === 'sales_order' && status === 'cancelled' ? paperWords('paper.cancelled') : undefined
}

function factsOf({ kind, issuedOn, endsOn, seller, paymentTerm, project, contract }: SalesDocument): PaperFact[] {
  const end = kind === 'quote' ? 'validUntil' : 'dueOn'
  const facts: [Parameters<typeof labelOf>[0], string | null | undefined][] = [
    ['issuedOn', formatDate(issuedOn)],
    [end, endsOn && formatDate(endsOn)],
    ['paymentTerm', paymentTerm?.name],
    ['seller', seller && [seller.name, seller.email].filter(Boolean).join('\n')],
    ['project', project],
    ['contract', contract],
  ]
  return facts.flatMap(([name, value]) => (value ? [{ label: labelOf(name), value }] : []))
}

function labelOf(
  name: 'issuedOn' | 'validUntil' | 'dueOn' | 'paymentTerm' | 'seller' | 'project' | 'contract',
): string {
  return paperWords(`paper.facts.${name}`)
}

const style = StyleSheet.create({
  acceptance: { marginTop: 22, paddingTop: 10, borderTopWidth: 0.75, borderTopColor: paperColors.line },
  signing: { flexDirection: 'row', marginTop: 34 },
  date: {
    width: 110,
    marginRight: 24,
    paddingTop: 3,
    borderTopWidth: 0.75,
    borderTopColor: paperColors.quiet,
    fontSize: 8,
    color: paperColors.quiet,
  },
  signature: {
    flexGrow: 1,
    paddingTop: 3,
    borderTopWidth: 0.75,
    borderTopColor: paperColors.quiet,
    fontSize: 8,
    color: paperColors.quiet,
  },
})
