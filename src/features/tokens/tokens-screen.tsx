'use client'
import { useSuspenseQuery } from '@tanstack/react-query'
import { KeyRound } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useTRPC } from '@/trpc/client'
import { Button } from '@/ui/button'
import { PageHeader } from '@/ui/page-header'
import { CreateTokenDialog } from './create-token-dialog'
import { TokensTable } from './tokens-table'

/** The keys by which internal tools call the product. */
export function TokensScreen() {
  const t = useTranslations('tokens')
  const { data } = useSuspenseQuery(useTRPC().tokens.list.queryOptions({}))
  const [isCreating, setIsCreating] = useState(false)
  return (
    <>
      <PageHeader
        isRuled
        title={t('title')}
        note={t('lead')}
        actions={
          data.canCreate.length === 0 && (
            <Button variant="primary" icon={KeyRound} onClick={() => setIsCreating(true)}>
              {t('create.action')}
            </Button>
          )
        }
      />
      <TokensTable />
      {isCreating && <CreateTokenDialog grantable={data.grantable} onClose={() => setIsCreating(false)} />}
    </>
  )
}
