import { Image, StyleSheet, Text, View } from '@react-pdf/renderer'
import { formatDate, formatDateTime } from '@/lib/calendar-date'
import type {
  ReportedItem,
  ReportedUnit,
  ServiceReport,
  StoredPicture,
} from '@/server/domain/documents/read-service-report'
import { PaperFrame } from './paper-frame'
import { type PaperFact, PaperParties } from './paper-parties'
import { paperColors, paperStyle } from './paper-style'
import { paperWords } from './paper-words'

/** The bytes of a stored picture, or null when they are not at hand. */
export type PictureOf = (picture: StoredPicture) => Buffer | null

export type ServiceReportPaperProps = {
  report: ServiceReport
  pictureOf: PictureOf
  logo: Buffer | null
  printedAt: Date
}

/** "Relatório de serviço": what was done, unit by unit, with its proof and without prices. */
export function ServiceReportPaper({ report, pictureOf, logo, printedAt }: ServiceReportPaperProps) {
  const { number, issuer, recipient, items } = report
  const isEmpty = items.every(({ units }) => units.length === 0)
  return (
    <PaperFrame
      title={paperWords('paper.titles.service_report')}
      number={number}
      customerName={recipient.name}
      issuer={issuer}
      logo={logo}
      printedAt={printedAt}
    >
      <PaperParties parties={report} facts={factsOf(report)} />
      {isEmpty ? (
        <Text style={[paperStyle.section, paperStyle.quiet]}>{paperWords('paper.report.nothing')}</Text>
      ) : (
        items.map((item) => (
          <ReportedItemPart key={item.position} item={item} pictureOf={pictureOf} timeZone={issuer.timeZone} />
        ))
      )}
    </PaperFrame>
  )
}

type ItemProps = { item: ReportedItem; pictureOf: PictureOf; timeZone: string }

function ReportedItemPart({ item, pictureOf, timeZone }: ItemProps) {
  const { description, units, concluded, generated, highestUnitNo } = item
  return (
    <>
      <View style={[paperStyle.section, style.item]} minPresenceAhead={60}>
        <Text style={style.itemName}>{description}</Text>
        <Text style={paperStyle.quiet}>{paperWords('paper.report.summary', { concluded, generated })}</Text>
      </View>
      {units.length === 0 && <Text style={style.empty}>{paperWords('paper.report.empty')}</Text>}
      {units.map((unit) => (
        <Unit key={unit.unitNo} unit={unit} total={highestUnitNo} pictureOf={pictureOf} timeZone={timeZone} />
      ))}
    </>
  )
}

type UnitProps = { unit: ReportedUnit; total: number; pictureOf: PictureOf; timeZone: string }

function Unit({ unit, total, pictureOf, timeZone }: UnitProps) {
  const { unitNo, location, report, pictures, pictureCount, signature, signerName } = unit
  const shown = pictures.flatMap((picture) => {
    const bytes = pictureOf(picture)
    return bytes ? [{ key: picture.sha256, bytes }] : []
  })
  const signed = signature ? pictureOf(signature) : null
  return (
    <View style={style.unit} wrap={false}>
      <View style={style.unitHead}>
        <Text style={style.unitName}>
          {[paperWords('paper.report.unit', { unit: `${unitNo}`, total: `${total}` }), location]
            .filter(Boolean)
            .join(' · ')}
        </Text>
        <Text style={style.done}>{doneIn(unit, timeZone)}</Text>
      </View>
      {report.trim() !== '' && <Text style={style.report}>{report.trim()}</Text>}
      {(shown.length > 0 || signed || signerName || pictureCount > 0) && (
        <View style={style.proof}>
          {shown.map(({ key, bytes }) => (
            <Image key={key} src={bytes} style={style.picture} />
          ))}
          {(signed || signerName) && (
            <View style={style.signing}>
              {signed && <Image src={signed} style={style.signature} />}
              <Text style={style.caption}>
                {signerName
                  ? paperWords('paper.report.signedBy', { name: signerName })
                  : paperWords('paper.report.signed')}
              </Text>
            </View>
          )}
        </View>
      )}
      {pictureCount > shown.length && (
        <Text style={style.caption}>
          {shown.length === 0
            ? paperWords('paper.report.photos', { count: pictureCount })
            : paperWords('paper.report.morePhotos', { count: pictureCount - shown.length })}
        </Text>
      )}
    </View>
  )
}

function doneIn({ concludedAt, concludedBy, isByOffice }: ReportedUnit, timeZone: string): string {
  const done = [
    paperWords('paper.report.done', { at: formatDateTime(concludedAt, timeZone) }),
    concludedBy && paperWords('paper.report.by', { who: concludedBy }),
  ]
  const said = done.filter(Boolean).join(' ')
  return isByOffice ? `${said} (${paperWords('paper.report.byOffice')})` : said
}

function factsOf({ number, issuedOn, project, contract }: ServiceReport): PaperFact[] {
  const facts: [Parameters<typeof labelOf>[0], string | null][] = [
    ['order', `${number}`],
    ['issuedOn', formatDate(issuedOn)],
    ['project', project],
    ['contract', contract],
  ]
  return facts.flatMap(([name, value]) => (value ? [{ label: labelOf(name), value }] : []))
}

function labelOf(name: 'order' | 'issuedOn' | 'project' | 'contract'): string {
  return paperWords(`paper.facts.${name}`)
}

const style = StyleSheet.create({
  item: {
    flexDirection: 'row',
    justifyContent: 'space-between',
    alignItems: 'flex-end',
    paddingBottom: 4,
    borderBottomWidth: 1,
    borderBottomColor: paperColors.text,
  },
  itemName: { flexGrow: 1, flexShrink: 1, flexBasis: 0, paddingRight: 16, fontSize: 10.5, fontWeight: 600 },
  empty: { paddingVertical: 6, color: paperColors.quiet },
  unit: { paddingVertical: 6, borderBottomWidth: 0.5, borderBottomColor: paperColors.line },
  unitHead: { flexDirection: 'row', justifyContent: 'space-between' },
  unitName: { flexGrow: 1, flexShrink: 1, flexBasis: 0, paddingRight: 12, fontWeight: 500 },
  done: { color: paperColors.quiet, fontSize: 8, paddingTop: 1, maxWidth: 300, textAlign: 'right' },
  report: { marginTop: 2, paddingRight: 40 },
  proof: { flexDirection: 'row', marginTop: 5, alignItems: 'flex-end' },
  picture: { width: 88, height: 66, marginRight: 6, borderRadius: 2, objectFit: 'cover' },
  signing: { marginLeft: 'auto', width: 120, alignItems: 'center' },
  signature: {
    width: 110,
    height: 44,
    objectFit: 'contain',
    borderBottomWidth: 0.75,
    borderBottomColor: paperColors.quiet,
  },
  caption: { marginTop: 2, fontSize: 7.5, color: paperColors.quiet },
})
