'use client'
import { useSuspenseQuery } from '@tanstack/react-query'
import type { inferRouterOutputs } from '@trpc/server'
import { Pencil } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { ActivityBadge } from '@/features/listing/activity-badge'
import { formatCents } from '@/lib/money'
import type { AppRouter } from '@/server/api/root'
import { useTRPC } from '@/trpc/client'
import { Button } from '@/ui/button'
import { DescriptionList } from '@/ui/description-list'
import { PageBody } from '@/ui/page-body'
import { PageHeader } from '@/ui/page-header'
import { TextLink } from '@/ui/text-link'
import { ProjectDialog } from './project-dialog'
import { ProjectOpportunities } from './project-opportunities'
import { ProjectOrders } from './project-orders'

export type Project = inferRouterOutputs<AppRouter>['projects']['get']

/** One project with all its opportunities and orders. */
export function ProjectPage({ number }: { number: number }) {
  const t = useTranslations('projects')
  const { data: project } = useSuspenseQuery(useTRPC().projects.get.queryOptions({ number }))
  const [isEditing, setIsEditing] = useState(false)
  return (
    <>
      <PageHeader
        title={project.name}
        breadcrumb={[{ label: t('title'), href: '/projects' }]}
        badge={<ActivityBadge isActive={project.isActive} />}
        actions={
          project.actions.update.length === 0 && (
            <Button icon={Pencil} onClick={() => setIsEditing(true)}>
              {t('editAction')}
            </Button>
          )
        }
        isRuled
      />
      <PageBody>
        <div className="rounded-control border border-line bg-surface px-4 py-3">
          <DescriptionList layout="facts" items={useFacts(project)} />
        </div>
        <ProjectOpportunities opportunities={project.opportunities} />
        <ProjectOrders orders={project.orders} />
      </PageBody>
      {isEditing && <ProjectDialog project={project} onClose={() => setIsEditing(false)} />}
    </>
  )
}

function useFacts({ customerName, customerNumber, orders }: Project) {
  const t = useTranslations('projects.page')
  const sum = (of: (order: Project['orders'][number]) => number) =>
    orders.reduce((total, order) => total + of(order), 0)
  const seesValues = orders.every(({ totalCents }) => totalCents !== null)
  return [
    {
      label: t('customer'),
      value:
        customerNumber === null ? (
          t('noCustomer')
        ) : (
          <TextLink href={`/customers/${customerNumber}`}>{customerName}</TextLink>
        ),
    },
    {
      label: t('tasksTotal'),
      value: `${sum(({ unitsConcluded }) => unitsConcluded)}/${sum(({ unitsGenerated }) => unitsGenerated)}`,
    },
    ...(seesValues
      ? [
          { label: t('totals'), value: formatCents(sum(({ totalCents }) => totalCents ?? 0)) },
          { label: t('invoicedTotal'), value: formatCents(sum(({ invoicedCents }) => invoicedCents ?? 0)) },
        ]
      : []),
  ]
}
