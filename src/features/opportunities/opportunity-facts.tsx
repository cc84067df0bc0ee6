'use client'
import { useTranslations } from 'next-intl'
import { formatDate } from '@/lib/calendar-date'
import { formatCents } from '@/lib/money'
import { DescriptionList } from '@/ui/description-list'
import { TextLink } from '@/ui/text-link'
import type { Opportunity } from './opportunity-line'

/** What an opportunity is about, in one line under its name. */
export function OpportunityFacts({ opportunity }: { opportunity: Opportunity }) {
  const t = useTranslations('opportunities.fields')
  const { valueCents, customerName, customerNumber, projectId, projectName, contractCode } = opportunity
  const { ownerName, expectedCloseOn, pipelineName, probability, title } = opportunity
  const items = [
    ...(valueCents === null ? [] : [{ label: t('valueCents'), value: formatCents(valueCents) }]),
    { label: t('customerId'), value: <TextLink href={`/customers/${customerNumber}`}>{customerName}</TextLink> },
    ...(projectId && projectName
      ? [
          {
            label: t('projectId'),
            value: <TextLink href={`/opportunities?view=all&projectId=${projectId}`}>{projectName}</TextLink>,
          },
        ]
      : []),
    ...(contractCode ? [{ label: t('contractId'), value: contractCode }] : []),
    { label: t('ownerId'), value: ownerName ?? t('nobody') },
    { label: t('expectedCloseOn'), value: expectedCloseOn ? formatDate(expectedCloseOn) : t('none') },
    { label: t('pipelineId'), value: t('pipelineAndProbability', { name: pipelineName, probability }) },
    { label: t('title'), value: title },
  ]
  return <DescriptionList items={items} layout="facts" />
}
