import type { CustomerFields } from '@/contract/customers'
import type { Refusal } from '@/contract/errors'

/** What is known before a customer is written. */
export type CustomerFacts = {
  /** Who else has this CPF or CNPJ. */
  taxIdHolder: { id: string; number: number; name: string } | null
  isMunicipality: (code: string) => boolean
  /** Ids that are this customer's own. */
  addressIds: ReadonlySet<string>
  contactIds: ReadonlySet<string>
}

/** Every reason against saving these fields. */
export function refusalsToSaveCustomer(facts: CustomerFacts, fields: CustomerFields): Refusal[] {
  const { taxIdHolder: holder } = facts
  return [
    ...(holder ? [taxIdTaken(holder)] : []),
    ...fields.addresses.flatMap(({ municipalityCode }, index) =>
      facts.isMunicipality(municipalityCode) ? [] : [unknown(`addresses.${index}.municipalityCode`)],
    ),
    ...fields.addresses.flatMap(({ id }, index) =>
      id && !facts.addressIds.has(id) ? [unknown(`addresses.${index}.id`)] : [],
    ),
    ...fields.contacts.flatMap(({ id }, index) =>
      id && !facts.contactIds.has(id) ? [unknown(`contacts.${index}.id`)] : [],
    ),
  ]
}

/** The address that notes are made out to is the marked one, else the first. */
export function withBillingAddress(addresses: CustomerFields['addresses']): CustomerFields['addresses'] {
  if (addresses.some(({ isBilling }) => isBilling)) return addresses
  return addresses.map((address, index) => ({ ...address, isBilling: index === 0 }))
}

function taxIdTaken({ id, number, name }: { id: string; number: number; name: string }): Refusal {
  return {
    code: 'TAX_ID_TAKEN',
    params: { number, name },
    field: 'taxId',
    action: { kind: 'open_customer', id, number },
  }
}

function unknown(field: string): Refusal {
  return { code: 'REFERENCE_NOT_FOUND', field }
}
