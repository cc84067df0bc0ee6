import type { IdByName } from './fill-registers'

/** The records that orders name, by the name or code under which people know them. */
export type DemonstrationRecords = {
  customers: IdByName
  services: IdByName
  projects: IdByName
  contracts: IdByName
  paymentTerms: IdByName
  lossReasons: IdByName
}

/** The id of the record of that name, or null without a name. Throws where there is none: then the plan is wrong. */
export function idOf(records: DemonstrationRecords, kind: keyof DemonstrationRecords, name: string): string {
  const id = records[kind].get(name)
  if (!id) throw new Error(`the demonstration has no ${name} among its ${kind}`)
  return id
}
