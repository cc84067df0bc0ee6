'use client'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { useMomentWords } from '@/features/timeline/use-moment-words'
import { formatDate } from '@/lib/calendar-date'
import { formatAmount } from '@/lib/money'
import { Button } from '@/ui/button'
import { Flag } from '@/ui/flag'
import { ProgressBar } from '@/ui/progress-bar'
import type { TableColumn } from '@/ui/table-column'
import { TextLink } from '@/ui/text-link'
import type { OpportunityLine, OpportunityProject, OpportunityRow } from './opportunity-line'
import { OpportunityStatusBadge } from './opportunity-status-badge'

export type OpportunityColumnsOptions = {
  showsValues: boolean
  /** In the list by project the project stands above its lines. */
  isByProject: boolean
  onRest: (project: OpportunityProject) => void
}

/** The columns of the opportunity centre, amounts only for who may see values. */
export function useOpportunityColumns({ showsValues, isByProject, onRest }: OpportunityColumnsOptions) {
  const t = useTranslations('opportunities')
  const none = <span className="text-ink-3">—</span>
  const ofRow = (cell: (row: OpportunityRow) => ReactNode) => (line: OpportunityLine) =>
    line.kind === 'opportunity' ? cell(line.row) : null
  const columns: (TableColumn<OpportunityLine> & { isShown?: boolean })[] = [
    {
      id: 'title',
      header: t('columns.title'),
      isGrow: true,
      card: 'title',
      cell: (line) => {
        if (line.kind === 'opportunity') return <Title row={line.row} isIndented={isByProject} />
        if (line.kind === 'project') return <ProjectName project={line.project} />
        return (
          <span className="pl-6 max-phone:pl-0">
            <Button variant="link" onClick={() => onRest(line.project)}>
              {t('rest', { count: line.count })}
            </Button>
          </span>
        )
      },
    },
    {
      id: 'customer',
      header: t('columns.customer'),
      card: 'meta',
      cell: (line) => (
        <span className="inline-block max-w-[150px] truncate align-middle text-ink-2 max-phone:max-w-none">
          {line.kind === 'opportunity'
            ? line.row.customerName
            : line.kind === 'project' && line.project.customerNames.join(', ')}
        </span>
      ),
    },
    {
      id: 'project',
      header: t('columns.project'),
      isShown: !isByProject,
      card: 'hidden',
      cell: ofRow(({ projectName }) =>
        projectName ? (
          <span className="inline-block max-w-[130px] truncate align-middle" title={projectName}>
            {projectName}
          </span>
        ) : (
          none
        ),
      ),
    },
    {
      id: 'stage',
      header: t('columns.stage'),
      card: 'badge',
      cell: ofRow((row) => <Standing row={row} />),
    },
    {
      id: 'order',
      header: t('columns.order'),
      card: 'metaEnd',
      isCardHidden: (line) => line.kind !== 'opportunity' || line.row.orderNumber === null,
      cell: ofRow(({ orderNumber }) =>
        orderNumber === null ? (
          <span className="text-ink-3">{t('noOrder')}</span>
        ) : (
          <TextLink href={`/sales-orders/${orderNumber}`}>{orderNumber}</TextLink>
        ),
      ),
    },
    {
      id: 'tasks',
      header: t('columns.tasks'),
      card: 'line',
      isCardHidden: (line) => line.kind === 'opportunity' && line.row.tasksGenerated === 0,
      cell: (line) => {
        if (line.kind === 'rest') return null
        const { tasksConcluded, tasksGenerated } = line.kind === 'opportunity' ? line.row : line.project
        return tasksGenerated > 0 ? <ProgressBar done={tasksConcluded} total={tasksGenerated} /> : none
      },
    },
    {
      id: 'owner',
      header: t('columns.owner'),
      card: 'extra',
      isCardHidden: ({ kind }) => kind !== 'opportunity',
      cell: ofRow(({ ownerName }) => ownerName ?? <span className="text-ink-3">{t('nobody')}</span>),
    },
    {
      id: 'expected',
      header: t('columns.expected'),
      card: 'extraEnd',
      isCardHidden: (line) => line.kind !== 'opportunity' || line.row.expectedCloseOn === null,
      cell: ofRow((row) => <Expected row={row} />),
    },
    {
      id: 'value',
      header: t('columns.value'),
      isShown: showsValues,
      align: 'end',
      card: 'lineEnd',
      isCardHidden: (line) => line.kind === 'opportunity' && !line.row.valueCents,
      cell: (line) => {
        if (line.kind === 'rest') return null
        const cents = line.kind === 'opportunity' ? line.row.valueCents : line.project.valueCents
        return cents ? (
          <span className={line.kind === 'project' ? 'font-medium' : undefined}>{formatAmount(cents)}</span>
        ) : (
          none
        )
      },
    },
  ]
  return columns.filter(({ isShown = true }) => isShown)
}

function Title({ row, isIndented }: { row: OpportunityRow; isIndented: boolean }) {
  const t = useTranslations('opportunities')
  return (
    <span className={isIndented ? 'pl-6 max-phone:pl-0' : undefined}>
      <TextLink href={`/opportunities/${row.number}`} className="max-phone:underline">
        {t('code', { number: `${row.number}` })}
      </TextLink>{' '}
      <span className="font-medium" title={row.title}>
        {row.title}
      </span>
    </span>
  )
}

function ProjectName({ project }: { project: OpportunityProject }) {
  const t = useTranslations('opportunities')
  return (
    <>
      <span className="font-medium">{project.projectName ?? t('noProject')}</span>{' '}
      <span className="text-ink-2">{t('count', { count: project.count })}</span>
    </>
  )
}

function Standing({ row }: { row: OpportunityRow }) {
  if (row.status === 'open') return <span>{row.stageName}</span>
  return (
    <span className="inline-flex items-center gap-2">
      <OpportunityStatusBadge status={row.status} />
      {row.lossReasonName && <span className="text-ink-2">{row.lossReasonName}</span>}
    </span>
  )
}

function Expected({ row }: { row: OpportunityRow }) {
  const t = useTranslations('opportunities')
  const { today } = useMomentWords()
  if (row.expectedCloseOn === null) return <span className="text-ink-3">—</span>
  const isPast = row.status === 'open' && row.expectedCloseOn < today
  const day = formatDate(row.expectedCloseOn)
  if (!isPast) return <span>{day}</span>
  return (
    <Flag tone="warn">
      {day}
      <span className="sr-only"> {t('pastExpected')}</span>
    </Flag>
  )
}
