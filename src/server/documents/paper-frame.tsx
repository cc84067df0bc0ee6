import { Document, Image, Page, StyleSheet, Text, View } from '@react-pdf/renderer'
import type { ReactNode } from 'react'
import { formatDateTime } from '@/lib/calendar-date'
import { formatPhone } from '@/lib/phone'
import { formatTaxId } from '@/lib/tax-id'
import type { Issuer } from '@/server/domain/documents/load'
import { paperAddress } from './paper-address'
import { paperColors, paperStyle } from './paper-style'
import { paperWords } from './paper-words'

/** What is the same on every paper. `logo` are the bytes of a JPEG or PNG. */
export type PaperFrameProps = {
  title: string
  number: number
  customerName: string
  issuer: Issuer
  logo: Buffer | null
  printedAt: Date
  /** One line under the head, for what must not be overlooked. */
  warning?: string
  children: ReactNode
}

/** An A4 paper: the company at the head of the first page, what it is on each further one, and the page's number. */
export function PaperFrame({
  title,
  number,
  customerName,
  issuer,
  logo,
  printedAt,
  warning,
  children,
}: PaperFrameProps) {
  const name = paperWords('paper.numbered', { title, number: `${number}` })
  return (
    <Document
      title={`${name} · ${customerName}`}
      author={issuer.name}
      creator={issuer.name}
      producer="Empreita"
      language="pt-BR"
    >
      <Page size="A4" style={paperStyle.page}>
        <View
          fixed
          render={({ pageNumber }) => (pageNumber === 1 ? null : <Running name={name} customerName={customerName} />)}
        />
        <View style={style.head}>
          <View style={style.issuer}>
            {logo && <Image src={logo} style={style.logo} />}
            <Text style={style.issuerName}>{issuer.name}</Text>
            {linesOfIssuer(issuer).map((line) => (
              <Text key={line} style={style.issuerLine}>
                {line}
              </Text>
            ))}
          </View>
          <View style={style.title}>
            <Text style={style.titleName}>{title}</Text>
            <Text style={style.titleNumber}>{paperWords('paper.number', { number: `${number}` })}</Text>
          </View>
        </View>
        {warning && <Text style={style.warning}>{warning}</Text>}
        {children}
        <View fixed style={style.foot}>
          <Text style={style.footText}>{[issuer.legalName, taxIdOf(issuer.taxId)].filter(Boolean).join(' · ')}</Text>
          <Text style={style.footText}>
            {paperWords('paper.printedAt', { at: formatDateTime(printedAt, issuer.timeZone) })}
          </Text>
          <Text
            style={style.footPage}
            render={({ pageNumber, totalPages }) =>
              paperWords('paper.page', { page: `${pageNumber}`, pages: `${totalPages ?? pageNumber}` })
            }
          />
        </View>
      </Page>
    </Document>
  )
}

/** `CNPJ 12.345.678/0001-95` or `CPF 123.456.789-09`. */
export function taxIdOf(taxId: string): string {
  return paperWords(`paper.taxIds.${taxId.length === 11 ? 'cpf' : 'cnpj'}`, { taxId: formatTaxId(taxId) })
}

function Running({ name, customerName }: { name: string; customerName: string }) {
  return (
    <View style={style.running}>
      <Text style={paperStyle.strong}>{name}</Text>
      <Text style={style.runningCustomer}>{customerName}</Text>
    </View>
  )
}

function linesOfIssuer(issuer: Issuer): string[] {
  const { legalName, name, taxId, municipalRegistration, phone, email } = issuer
  const identity = [
    legalName === name ? null : legalName,
    taxIdOf(taxId),
    municipalRegistration && paperWords('paper.municipalRegistration', { number: municipalRegistration }),
  ]
  const reach = [phone && formatPhone(phone), email]
  return [join(identity), ...paperAddress(issuer), join(reach)].filter((line) => line !== '')
}

function join(parts: readonly (string | null)[]): string {
  return parts.filter((part) => part !== null && part !== '').join(' · ')
}

const style = StyleSheet.create({
  head: {
    flexDirection: 'row',
    justifyContent: 'space-between',
    paddingBottom: 12,
    borderBottomWidth: 1.5,
    borderBottomColor: paperColors.accent,
  },
  issuer: { flexGrow: 1, flexShrink: 1, flexBasis: 0, paddingRight: 24 },
  logo: {
    maxWidth: 170,
    maxHeight: 46,
    objectFit: 'contain',
    objectPosition: 'left',
    marginBottom: 8,
    alignSelf: 'flex-start',
  },
  issuerName: { fontSize: 11, fontWeight: 600, marginBottom: 1 },
  issuerLine: { fontSize: 8, color: paperColors.quiet },
  title: { alignItems: 'flex-end' },
  titleName: { fontSize: 17, fontWeight: 600, color: paperColors.accent },
  titleNumber: { fontSize: 11, color: paperColors.quiet, marginTop: 2 },
  warning: {
    marginTop: 10,
    paddingVertical: 5,
    paddingHorizontal: 8,
    borderRadius: 3,
    color: paperColors.warning,
    backgroundColor: paperColors.warningGround,
  },
  running: {
    flexDirection: 'row',
    justifyContent: 'space-between',
    paddingBottom: 6,
    marginBottom: 12,
    borderBottomWidth: 0.75,
    borderBottomColor: paperColors.line,
    fontSize: 8,
  },
  runningCustomer: { color: paperColors.quiet, maxWidth: 300, maxLines: 1, textOverflow: 'ellipsis' },
  foot: {
    position: 'absolute',
    left: 42,
    right: 42,
    bottom: 24,
    flexDirection: 'row',
    justifyContent: 'space-between',
    paddingTop: 6,
    borderTopWidth: 0.75,
    borderTopColor: paperColors.line,
  },
  footText: { fontSize: 7.5, color: paperColors.quiet, maxWidth: 250, maxLines: 1, textOverflow: 'ellipsis' },
  footPage: { fontSize: 7.5, color: paperColors.quiet, width: 80, textAlign: 'right' },
})
