import { sql } from 'drizzle-orm'
import { authorize } from '@/server/auth/authorize'
import type { Ctx } from '../context'
import { DomainError } from '../refusal'
import { loadIssuer, type Parties, recipientOf } from './load'

/** A picture of the storage, by what its bytes are. */
export type StoredPicture = { sha256: string; mediaType: string }

/** A concluded unit with what proves it. `pictureCount` counts all photos; `pictures` holds those that the paper prints. */
export type ReportedUnit = {
  unitNo: number
  location: string
  concludedAt: Date
  concludedBy: string | null
  isByOffice: boolean
  report: string
  pictures: StoredPicture[]
  pictureCount: number
  signature: StoredPicture | null
  signerName: string | null
}

/** An item with what of it was done. Counts in units. */
export type ReportedItem = {
  position: number
  description: string
  unitCode: string
  highestUnitNo: number
  generated: number
  concluded: number
  units: ReportedUnit[]
}

/** "Relatório de serviço" of an order: what was done, when, where and by whom; no prices. */
export type ServiceReport = Parties & {
  number: number
  issuedOn: string
  project: string | null
  contract: string | null
  items: ReportedItem[]
}

type Found = Omit<ServiceReport, 'issuer' | 'items'> & { items: FoundItem[] }
type FoundItem = Omit<ReportedItem, 'units'> & {
  units: (Omit<ReportedUnit, 'concludedAt'> & { concludedAt: string })[]
}

const PICTURES_OF_UNIT = 4

/**
 * What of an order was done, unit by unit. Units that history concluded without a task (G13) are not work that somebody
 * reports. Throws NOT_FOUND.
 */
export async function readServiceReport(ctx: Ctx, { id }: { id: string }): Promise<ServiceReport> {
  authorize(ctx, 'salesOrders.read')
  const [found] = await ctx.tx.execute<Found>(sql`
    select d.number, d.issued_on::text as "issuedOn", d.place, ${recipientOf} as recipient,
      (select p.name from projects p where p.company_id = d.company_id and p.id = d.project_id) as project,
      (select k.code from contracts k where k.company_id = d.company_id and k.id = d.contract_id) as contract,
      (select coalesce(json_agg(json_build_object('position', i.position, 'description', i.description, 'unitCode', i.unit_code,
          'highestUnitNo', coalesce((select max(x.unit_no) from tasks x where x.company_id = i.company_id and x.sales_order_item_id = i.id), 0),
          'generated', i.units_generated, 'concluded', i.units_concluded, 'units', ${units}) order by i.position), '[]')
        from sales_order_items i where i.company_id = d.company_id and i.sales_order_id = d.id and i.removed_at is null and i.kind = 'service') as items
    from sales_orders d where d.id = ${id}::uuid`)
  if (!found) throw new DomainError('NOT_FOUND')
  return {
    ...found,
    items: found.items.map((item) => ({
      ...item,
      units: item.units.map((unit) => ({ ...unit, concludedAt: new Date(unit.concludedAt) })),
    })),
    issuer: await loadIssuer(ctx),
  }
}

const picture = sql`json_build_object('sha256', f.sha256, 'mediaType', f.media_type)`

const units = sql`(select coalesce(json_agg(json_build_object('unitNo', t.unit_no, 'location', t.location, 'concludedAt', coalesce(t.concluded_on_device_at, t.concluded_at),
      'concludedBy', (select u.name from users u where u.id = t.concluded_by), 'isByOffice', t.is_concluded_by_office, 'report', coalesce(t.report, ''),
      'pictureCount', (select count(*) from task_photos p where p.company_id = t.company_id and p.task_id = t.id),
      'pictures', (select coalesce(json_agg(${picture} order by p.created_at, p.file_id), '[]') from (
          select * from task_photos p where p.company_id = t.company_id and p.task_id = t.id order by p.created_at, p.file_id limit ${PICTURES_OF_UNIT}) p
        join files f on f.company_id = p.company_id and f.id = p.file_id),
      'signature', e.signature, 'signerName', e.signer_name) order by t.unit_no), '[]')
    from tasks t
    left join lateral (select x.signer_name, case when f.id is not null then ${picture} end as signature from task_evidence x
      left join files f on f.company_id = x.company_id and f.id = x.signature_file_id
      where x.company_id = t.company_id and x.task_id = t.id and (x.signature_file_id is not null or x.signer_name is not null)
      order by x.id desc limit 1) e on true
    where t.company_id = i.company_id and t.sales_order_item_id = i.id and t.status = 'concluded' and t.origin <> 'history')`
