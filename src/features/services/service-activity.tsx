'use client'
import { ArchiveRestore, Ban } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useTRPC } from '@/trpc/client'
import { useCommand } from '@/trpc/use-command'
import { Button } from '@/ui/button'
import { InactivateServiceDialog } from './inactivate-service-dialog'
import type { Service } from './service-form-values'

/** Takes the service of a page out of use, or back. */
export function ServiceActivity({ service }: { service: Service }) {
  const t = useTranslations('services')
  const [isAsking, setIsAsking] = useState(false)
  const reactivate = useCommand(useTRPC().services.reactivate, {
    doneMessage: ({ code }) => t('reactivate.done', { code }),
  })
  if (service.actions.inactivate.length > 0) return null
  if (!service.isActive) {
    return (
      <Button
        icon={ArchiveRestore}
        isPending={reactivate.isPending}
        onClick={() => void reactivate.run({ id: service.id })}
      >
        {t('reactivate.action')}
      </Button>
    )
  }
  return (
    <>
      <Button icon={Ban} onClick={() => setIsAsking(true)}>
        {t('inactivate.action')}
      </Button>
      {isAsking && <InactivateServiceDialog service={service} onClose={() => setIsAsking(false)} />}
    </>
  )
}
