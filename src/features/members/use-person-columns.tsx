'use client'
import { useTranslations } from 'next-intl'
import { formatDate, formatDateTime, todayIn } from '@/lib/calendar-date'
import { Badge, type BadgeProps } from '@/ui/badge'
import type { TableColumn } from '@/ui/table-column'
import type { InvitationRow, PersonRow } from './person-row'

/** The columns of the list of people, for members and for those invited. */
export function usePersonColumns(): TableColumn<PersonRow>[] {
  const t = useTranslations('members')
  const roleName = useTranslations('shell.roles')
  return [
    {
      id: 'name',
      header: t('columns.name'),
      isStrong: true,
      card: 'title',
      cell: (person) => (person.kind === 'member' && person.isYou ? `${person.name} (${t('you')})` : person.name),
    },
    { id: 'email', header: t('columns.email'), card: 'line', isGrow: true, cell: (person) => person.email },
    {
      id: 'roles',
      header: t('columns.roles'),
      card: 'extra',
      cell: (person) => (
        <>
          {person.roles.map((role) => roleName(role)).join(', ')}
          {person.kind === 'invitation' && (
            <span className="ml-2 text-ink-2 phone:hidden">
              <InvitationEnd invitation={person} />
            </span>
          )}
        </>
      ),
    },
    {
      id: 'openTasks',
      header: t('columns.openTasks'),
      align: 'end',
      card: 'extraEnd',
      cardLabel: t('columns.openTasks'),
      isCardHidden: (person) => person.kind === 'invitation' || person.openTasks === 0,
      cell: (person) => (person.kind === 'member' ? person.openTasks : ''),
    },
    {
      id: 'since',
      header: t('columns.since'),
      card: 'hidden',
      cell: (person) => formatDate(todayIn('America/Sao_Paulo', person.createdAt)),
    },
    { id: 'status', header: t('columns.status'), card: 'badge', cell: (person) => <PersonStatus person={person} /> },
  ]
}

function PersonStatus({ person }: { person: PersonRow }) {
  const t = useTranslations('members.status')
  if (person.kind === 'invitation') return <InvitationStatus invitation={person} />
  return person.disabledAt ? (
    <Badge tone="neutral" glyph="ban">
      {t('disabled')}
    </Badge>
  ) : (
    <Badge tone="ok" glyph="check">
      {t('active')}
    </Badge>
  )
}

function InvitationStatus({ invitation }: { invitation: InvitationRow }) {
  const t = useTranslations('members.status')
  const { tone, glyph, word } = lookOf(invitation)
  return (
    <>
      <Badge tone={tone} glyph={glyph}>
        {t(word)}
      </Badge>
      <span className="ml-2 text-ink-2 max-phone:hidden">
        <InvitationEnd invitation={invitation} />
      </span>
    </>
  )
}

function InvitationEnd({ invitation }: { invitation: InvitationRow }) {
  const t = useTranslations('members.status')
  const { isExpired, expiresAt } = invitation
  return t(isExpired ? 'ended' : 'ends', { until: formatDateTime(expiresAt) })
}

function lookOf({ isExpired, mail }: InvitationRow): Pick<BadgeProps, 'tone' | 'glyph'> & { word: InvitationWord } {
  if (isExpired) return { tone: 'warn', glyph: 'bang', word: 'invitationExpired' }
  if (mail === 'failed') return { tone: 'danger', glyph: 'bang', word: 'mailFailed' }
  return { tone: 'info', glyph: 'clock', word: 'invited' }
}

type InvitationWord = 'invited' | 'invitationExpired' | 'mailFailed'
