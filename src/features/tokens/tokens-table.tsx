'use client'
import { useSuspenseQuery } from '@tanstack/react-query'
import type { inferRouterOutputs } from '@trpc/server'
import { Ban } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { formatDate, formatDateTime, todayIn } from '@/lib/calendar-date'
import type { AppRouter } from '@/server/api/root'
import { useTRPC } from '@/trpc/client'
import { Badge, type BadgeProps } from '@/ui/badge'
import { DataTable } from '@/ui/data-table'
import type { TableColumn } from '@/ui/table-column'
import { RevokeTokenDialog } from './revoke-token-dialog'

/** One access token of the list. */
export type TokenRow = inferRouterOutputs<AppRouter>['tokens']['list']['rows'][number]

const looks: Record<TokenRow['status'], Pick<BadgeProps, 'tone' | 'glyph'>> = {
  active: { tone: 'ok', glyph: 'check' },
  expired: { tone: 'warn', glyph: 'clock' },
  revoked: { tone: 'neutral', glyph: 'ban' },
  maker_disabled: { tone: 'danger', glyph: 'pause' },
}

/** The list of keys; one that works can be revoked. */
export function TokensTable() {
  const t = useTranslations('tokens')
  const { data } = useSuspenseQuery(useTRPC().tokens.list.queryOptions({}))
  const [revoking, setRevoking] = useState<TokenRow | null>(null)
  const mayRevoke = (token: TokenRow) => token.status !== 'revoked' && token.actions.revoke.length === 0
  return (
    <>
      <DataTable
        caption={t('caption')}
        columns={useColumns()}
        rows={data.rows}
        rowId={(token) => token.id}
        rowName={(token) => token.name}
        rowActions={(token) =>
          mayRevoke(token)
            ? [{ label: t('revoke.action'), icon: Ban, isDanger: true, onSelect: () => setRevoking(token) }]
            : []
        }
        empty={{ title: t('empty'), hint: t('emptyHint') }}
      />
      {revoking && <RevokeTokenDialog token={revoking} onClose={() => setRevoking(null)} />}
    </>
  )
}

function useColumns(): TableColumn<TokenRow>[] {
  const t = useTranslations('tokens')
  return [
    { id: 'name', header: t('columns.name'), isStrong: true, isGrow: true, card: 'title', cell: (token) => token.name },
    {
      id: 'hint',
      header: t('columns.hint'),
      card: 'meta',
      cardLabel: t('columns.hint'),
      cell: (token) => `…${token.hint}`,
    },
    {
      id: 'permissions',
      header: t('columns.permissions'),
      card: 'extra',
      cell: (token) => t('permissionCount', { count: token.permissions.length }),
    },
    {
      id: 'createdBy',
      header: t('columns.createdBy'),
      card: 'extra',
      cardLabel: t('columns.createdBy'),
      cell: (token) => token.createdByName,
    },
    {
      id: 'expiresAt',
      header: t('columns.expiresAt'),
      card: 'line',
      cardLabel: t('columns.expiresAt'),
      cell: (token) => lastDayOf(token.expiresAt),
    },
    {
      id: 'lastUsedAt',
      header: t('columns.lastUsedAt'),
      card: 'line',
      cardLabel: t('columns.lastUsedAt'),
      cell: (token) => (token.lastUsedAt ? formatDateTime(token.lastUsedAt) : t('never')),
    },
    {
      id: 'status',
      header: t('columns.status'),
      card: 'badge',
      cell: (token) => (
        <span title={token.status === 'maker_disabled' ? t('makerDisabled') : undefined}>
          <Badge {...looks[token.status]}>{t(`status.${token.status}`)}</Badge>
        </span>
      ),
    },
  ]
}

// It ends with the first instant of the next day: the day that people chose is the one before.
function lastDayOf(expiresAt: Date): string {
  return formatDate(todayIn('America/Sao_Paulo', new Date(expiresAt.getTime() - 1)))
}
