import { StyleSheet, Text, View } from '@react-pdf/renderer'
import { formatPhone } from '@/lib/phone'
import type { Parties } from '@/server/domain/documents/load'
import { paperAddress } from './paper-address'
import { taxIdOf } from './paper-frame'
import { paperColors, paperStyle } from './paper-style'
import { paperWords } from './paper-words'

/** A fact of the paper: its label and what it says. */
export type PaperFact = { label: string; value: string }

/** Who the paper is for, where the work is, and the facts beside them. */
export function PaperParties({ parties, facts }: { parties: Parties; facts: readonly PaperFact[] }) {
  const { recipient, place } = parties
  const { contact } = recipient
  return (
    <View style={style.parties}>
      <View style={style.recipient}>
        <Text style={paperStyle.label}>{paperWords('paper.customer')}</Text>
        <Text style={style.name}>{recipient.name}</Text>
        {linesOfRecipient(parties).map((line) => (
          <Text key={line}>{line}</Text>
        ))}
        {contact && (
          <Fact
            label={paperWords('paper.contact')}
            value={[contact.name, reach([contact.phone, contact.email])].filter(Boolean).join('\n')}
          />
        )}
        {place && (
          <Fact
            label={paperWords('paper.place')}
            value={[place.label, ...paperAddress(place)].filter(Boolean).join('\n')}
          />
        )}
      </View>
      <View style={style.facts}>
        {facts.map(({ label, value }) => (
          <View key={label} style={style.fact}>
            <Text style={style.factLabel}>{label}</Text>
            <Text style={style.factValue}>{value}</Text>
          </View>
        ))}
      </View>
    </View>
  )
}

function Fact({ label, value }: PaperFact) {
  return (
    <View style={style.under}>
      <Text style={paperStyle.label}>{label}</Text>
      <Text>{value}</Text>
    </View>
  )
}

function linesOfRecipient({ recipient }: Parties): string[] {
  const { legalName, name, taxId, address, phone, email } = recipient
  const identity = reach([legalName === name ? null : legalName, taxId && taxIdOf(taxId)])
  return [identity, ...(address ? paperAddress(address) : []), reach([phone, email])].filter((line) => line !== '')
}

// A phone is told by its digits; every other part stays as it is.
function reach(parts: readonly (string | null)[]): string {
  const told = parts.filter((part) => part !== null && part !== '')
  return told.map((part) => (/^\d{10,11}$/.test(part ?? '') ? formatPhone(part ?? '') : part)).join(' · ')
}

const style = StyleSheet.create({
  parties: { flexDirection: 'row', marginTop: 14 },
  recipient: { flexGrow: 1, flexShrink: 1, flexBasis: 0, paddingRight: 24 },
  name: { fontSize: 11, fontWeight: 600 },
  under: { marginTop: 6 },
  facts: {
    width: 224,
    paddingVertical: 6,
    paddingHorizontal: 10,
    borderRadius: 3,
    backgroundColor: paperColors.sunken,
    alignSelf: 'flex-start',
  },
  fact: { flexDirection: 'row', paddingVertical: 2 },
  factLabel: { width: 76, color: paperColors.quiet, fontSize: 8, paddingTop: 1 },
  factValue: { flexGrow: 1, flexShrink: 1, flexBasis: 0 },
})
