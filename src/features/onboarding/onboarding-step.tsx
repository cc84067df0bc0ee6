'use client'
import type { inferRouterOutputs } from '@trpc/server'
import { Circle } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { AppRouter } from '@/server/api/root'
import { useTRPC } from '@/trpc/client'
import { useCommand } from '@/trpc/use-command'
import { Button } from '@/ui/button'
import { LinkButton } from '@/ui/link-button'

type Step = NonNullable<inferRouterOutputs<AppRouter>['companies']['onboarding']['steps']>[number]

const places: Record<Step['id'], string> = {
  demonstration: '/settings/demonstration',
  company: '/settings/company',
  service: '/services/new',
  customer: '/customers/new',
  people: '/people',
  orderSettings: '/sales-orders?panel=settings',
}

/** One first step: what it wants, with the way there. */
export function OnboardingStep({ step }: { step: Step }) {
  const t = useTranslations('onboarding')
  const { id, missing } = step
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 border-t border-line px-4 py-2 first:border-t-0">
      <Circle aria-hidden strokeWidth={1.75} className="size-4 flex-none text-ink-3" />
      <div className="min-w-0 flex-1 basis-56">
        <p className="font-medium">{t(`steps.${id}.title`)}</p>
        <p className="text-xs text-ink-2">
          {missing.length > 0
            ? t('missing', { fields: missing.map((field) => t(`fields.${field}`)).join(', ') })
            : t(`steps.${id}.hint`)}
        </p>
      </div>
      <div className="flex flex-wrap gap-2">
        {id === 'orderSettings' && <ConfirmSettings />}
        <LinkButton size="small" href={places[id]}>
          {t(`steps.${id}.action`)}
        </LinkButton>
      </div>
    </li>
  )
}

function ConfirmSettings() {
  const t = useTranslations('onboarding')
  const confirm = useCommand(useTRPC().companies.confirmOrderSettings)
  return (
    <Button size="small" variant="ghost" isPending={confirm.isPending} onClick={() => void confirm.run({})}>
      {t('asItIs')}
    </Button>
  )
}
