import { type CustomerFields, customerFields } from '@/contract/customers'
import type { ImportField } from '@/contract/imports'
import { foldAccents } from '@/lib/accent-fold'
import { normalizePostalCode } from '@/lib/postal-code'
import { normalizeTaxId, taxIdKind } from '@/lib/tax-id'
import { type Municipality, municipalitiesNamed, municipalityOf } from '@/server/reference/municipalities'
import { refusalsToSaveCustomer } from '../customers/rules'
import { type CellFault, faultsOfRefusals, faultsOfSchema, type ImportCells } from './fault-rules'

/** A customer as it stands, for lines that change it. */
export type StoredCustomer = CustomerFields & { id: string; number: number }

const ownFields = ['name', 'legalName', 'municipalRegistration', 'email', 'phone', 'notes'] as const
const addressFields = ['street', 'streetNumber', 'complement', 'district'] as const
const partsOfAddress = [...addressFields, 'postalCode', 'municipality', 'state', 'addressLabel'] as const
const partsOfContact = ['contactName', 'contactJobTitle', 'contactEmail', 'contactPhone'] as const

/**
 * The customer that a line describes. Over `stored` it changes what the line says and keeps the rest: its address replaces the one
 * of billing, its contact the one of the same name. Null with all faults when the form would refuse it.
 */
export function readCustomer(
  cells: ImportCells,
  stored: StoredCustomer | null,
): { fields: CustomerFields | null; faults: CellFault[] } {
  const place = municipalityIn(cells)
  const own = Object.fromEntries(ownFields.flatMap((field) => (cells[field] ? [[field, cells[field]]] : [])))
  const read = customerFields.safeParse({
    ...(stored ? fieldsOf(stored) : {}),
    ...(cells.legalName && !cells.name && !stored ? { name: cells.legalName } : {}),
    ...own,
    ...(cells.taxId ? { taxId: fullTaxId(cells.taxId) } : {}),
    addresses: addressesWith(cells, stored, place.code),
    contacts: contactsWith(cells, stored),
  })
  if (!read.success)
    return { fields: null, faults: distinct([...place.faults, ...faultsOfSchema(read.error, columnOf)]) }
  const facts = {
    taxIdHolder: null,
    isMunicipality,
    addressIds: idsIn(stored?.addresses),
    contactIds: idsIn(stored?.contacts),
  }
  const faults = [...place.faults, ...faultsOfRefusals(refusalsToSaveCustomer(facts, read.data), columnOf)]
  return { fields: faults.length > 0 ? null : read.data, faults: distinct(faults) }
}

/** By what a line names a customer: its CPF or CNPJ, else its name; null when it says neither. */
export function keyOfCustomer({ taxId, name, legalName }: ImportCells): { taxId: string } | { name: string } | null {
  if (taxId) return { taxId: fullTaxId(taxId) }
  const said = name ?? legalName
  return said ? { name: foldAccents(said) } : null
}

// A sheet that took the document for a number has lost the zeros that it begins with.
function fullTaxId(text: string): string {
  const bare = normalizeTaxId(text)
  if (!/^\d{8,14}$/.test(bare)) return bare
  const candidates = [bare.padStart(11, '0'), bare.padStart(14, '0')]
  return candidates.find((candidate) => taxIdKind(candidate) !== null) ?? bare
}

function municipalityIn({ municipality = '', state = '' }: ImportCells): { code: string; faults: CellFault[] } {
  if (municipality === '') return { code: '', faults: [] }
  if (/^\d{7}$/.test(municipality)) return { code: municipality, faults: [] }
  const [, name = municipality, uf = state] = /^(.+?)\s*[/,(-]\s*([a-z]{2})\)?$/i.exec(municipality) ?? []
  const found = foundIn(name, uf.trim())
  const [only] = found
  if (only && found.length === 1) return { code: only.code, faults: [] }
  const code = only ? 'MUNICIPALITY_AMBIGUOUS' : 'MUNICIPALITY_UNKNOWN'
  return { code: '', faults: [{ field: 'municipality', code }] }
}

function foundIn(name: string, state: string): Municipality[] {
  const isAbbreviation = /^[a-z]{2}$/i.test(state)
  return municipalitiesNamed(name, isAbbreviation ? state : '')
}

function addressesWith(cells: ImportCells, stored: StoredCustomer | null, municipalityCode: string): unknown[] {
  const kept = stored?.addresses ?? []
  if (!partsOfAddress.some((field) => cells[field])) return kept
  const billing = kept.find(({ isBilling }) => isBilling) ?? kept[0]
  const said = {
    ...Object.fromEntries(addressFields.flatMap((field) => (cells[field] ? [[field, cells[field]]] : []))),
    ...(cells.addressLabel ? { label: cells.addressLabel } : {}),
    ...(cells.postalCode ? { postalCode: normalizePostalCode(cells.postalCode).padStart(8, '0') } : {}),
    ...(municipalityCode ? { municipalityCode } : {}),
  }
  const empty = { street: '', streetNumber: '', district: '', postalCode: '', municipalityCode: '', isBilling: true }
  const changed = { ...(billing ?? empty), ...said }
  // The address of the line comes first, so that what is wrong with it is told by the path of the first.
  return [changed, ...kept.filter((address) => address !== billing)]
}

function contactsWith(cells: ImportCells, stored: StoredCustomer | null): unknown[] {
  const kept = stored?.contacts ?? []
  if (!partsOfContact.some((field) => cells[field])) return kept
  const same = kept.find(({ name }) => foldAccents(name) === foldAccents(cells.contactName ?? ''))
  const said = {
    name: cells.contactName ?? '',
    ...(cells.contactJobTitle ? { jobTitle: cells.contactJobTitle } : {}),
    ...(cells.contactEmail ? { email: cells.contactEmail } : {}),
    ...(cells.contactPhone ? { phone: cells.contactPhone } : {}),
  }
  return [{ ...same, ...said }, ...kept.filter((contact) => contact !== same)]
}

const columns: Record<string, ImportField> = {
  'addresses.0.label': 'addressLabel',
  'addresses.0.street': 'street',
  'addresses.0.streetNumber': 'streetNumber',
  'addresses.0.complement': 'complement',
  'addresses.0.district': 'district',
  'addresses.0.postalCode': 'postalCode',
  'addresses.0.municipalityCode': 'municipality',
  'contacts.0.name': 'contactName',
  'contacts.0.jobTitle': 'contactJobTitle',
  'contacts.0.email': 'contactEmail',
  'contacts.0.phone': 'contactPhone',
  legalName: 'legalName',
  taxId: 'taxId',
  municipalRegistration: 'municipalRegistration',
  email: 'email',
  phone: 'phone',
  notes: 'notes',
}

const columnOf = (path: string): ImportField => columns[path] ?? 'name'
const isMunicipality = (code: string): boolean => municipalityOf(code) !== null
const idsIn = (parts: readonly { id?: string | undefined }[] = []): ReadonlySet<string> =>
  new Set(parts.flatMap(({ id }) => (id ? [id] : [])))

function fieldsOf({ id: _id, number: _number, ...fields }: StoredCustomer): CustomerFields {
  return fields
}

// What the table of municipalities says of a name is worth more than that its code is missing.
function distinct(faults: readonly CellFault[]): CellFault[] {
  return faults.filter((fault, index) => faults.findIndex(({ field }) => field === fault.field) === index)
}
