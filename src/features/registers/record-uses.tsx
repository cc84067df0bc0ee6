'use client'
import { useQuery } from '@tanstack/react-query'
import type { inferRouterOutputs } from '@trpc/server'
import { useTranslations } from 'next-intl'
import type { UsedKind, UserNoun } from '@/contract/registers'
import type { AppRouter } from '@/server/api/root'
import { useTRPC } from '@/trpc/client'
import { Callout } from '@/ui/callout'
import { TextLink } from '@/ui/text-link'

type Use = inferRouterOutputs<AppRouter>['registers']['uses'][number]

/** Where a record is used, with links; warns when the gear of the order centre offers it by default. */
export function RecordUses({ kind, id }: { kind: UsedKind; id: string }) {
  const t = useTranslations('registers.uses')
  const { data: uses, isError } = useQuery(useTRPC().registers.uses.queryOptions({ kind, id }))
  if (isError) return <p className="text-ink-2">{t('unknown')}</p>
  if (!uses) return <p className="text-ink-2">{t('counting')}</p>
  const inRecords = uses.filter(({ noun }) => noun !== 'settings')
  const isDefault = uses.length > inRecords.length
  return (
    <div className="space-y-3">
      {inRecords.length === 0 && !isDefault && <p>{t('nowhere')}</p>}
      {inRecords.length > 0 && (
        <div>
          <h3 className="mb-1 font-bold">{t('title')}</h3>
          <ul className="space-y-1">
            {inRecords.map((use) => (
              <UseLine key={use.noun} use={use} kind={kind} id={id} />
            ))}
          </ul>
        </div>
      )}
      {isDefault && (
        <Callout
          tone="warn"
          end={
            <TextLink href="/settings" isStrong isNewTab>
              {t('openSettings')}
            </TextLink>
          }
        >
          {t('isDefault')}
        </Callout>
      )}
    </div>
  )
}

function UseLine({ use: { noun, count, examples }, kind, id }: { use: Use; kind: UsedKind; id: string }) {
  const t = useTranslations('registers.uses')
  const all = addressOfAll(noun, kind, id)
  const words = t(`nouns.${noun}`, { count })
  return (
    <li>
      {all ? (
        <TextLink href={all} isNewTab>
          {words}
        </TextLink>
      ) : (
        <span className="font-medium">{words}</span>
      )}
      {!all && examples.length > 0 && (
        <span className="text-ink-2">
          {': '}
          {examples.map((example, index) => (
            <span key={example}>
              {index > 0 && ', '}
              <TextLink href={addressOf(noun, example)} isNewTab>
                {example}
              </TextLink>
            </span>
          ))}
          {count > examples.length && t('more')}
        </span>
      )}
    </li>
  )
}

const pages: Partial<Record<UserNoun, string>> = {
  salesOrders: '/sales-orders',
  quotes: '/quotes',
  opportunities: '/opportunities',
  tasks: '/tasks',
  projects: '/projects',
  contracts: '/contracts',
  services: '/services',
}

/** What a list's address calls the record that it filters by; none where it cannot. */
const filters: Partial<Record<UsedKind, { name: string; in: readonly UserNoun[] }>> = {
  customers: { name: 'customerId', in: ['salesOrders', 'quotes', 'opportunities', 'tasks', 'projects', 'contracts'] },
  projects: { name: 'projectId', in: ['salesOrders', 'opportunities'] },
  contracts: { name: 'contractId', in: ['salesOrders', 'opportunities'] },
  pipelines: { name: 'pipelineId', in: ['opportunities'] },
}

function addressOfAll(noun: UserNoun, kind: UsedKind, id: string): string | null {
  const filter = filters[kind]
  return filter?.in.includes(noun) ? `${pages[noun]}?view=all&${filter.name}=${id}` : null
}

function addressOf(noun: UserNoun, example: string): string {
  const isFound = noun === 'services' || noun === 'contracts'
  return isFound ? `${pages[noun]}?view=all&q=${encodeURIComponent(example)}` : `${pages[noun]}/${example}`
}
