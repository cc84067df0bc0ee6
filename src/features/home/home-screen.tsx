'use client'
import { Plus } from 'lucide-react'
import type { Route } from 'next'
import { useRouter } from 'next/navigation'
import { useFormatter, useNow, useTranslations } from 'next-intl'
import { OnboardingChecklist } from '@/features/onboarding/onboarding-checklist'
import { LinkButton } from '@/ui/link-button'
import { PageBody } from '@/ui/page-body'
import { PageHeader } from '@/ui/page-header'
import { useShortcut } from '@/ui/shortcut-provider'
import { useHome } from './home-data'
import { HomeNumbers } from './home-numbers'
import { LateTasks } from './late-tasks'
import { OrdersToBill } from './orders-to-bill'
import { RejectedNotes } from './rejected-notes'
import { TasksWithoutTechnician } from './tasks-without-technician'

/** "Início": four numbers that are work to do, and what is next of each. */
export function HomeScreen() {
  const t = useTranslations('home')
  const orders = useTranslations('salesOrders')
  const format = useFormatter()
  const router = useRouter()
  const { actions } = useHome()
  const mayCreate = actions.createOrder.length === 0
  const newOrder = '/sales-orders/new'
  useShortcut('n', () => router.push(newOrder as Route), { label: orders('new'), isEnabled: mayCreate })
  return (
    <>
      <PageHeader
        title={t('title')}
        note={
          <span className="max-phone:hidden" suppressHydrationWarning>
            {format.dateTime(useNow(), { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })}
          </span>
        }
        actions={
          mayCreate && (
            <LinkButton variant="primary" icon={Plus} shortcut="N" href={newOrder}>
              {orders('new')}
            </LinkButton>
          )
        }
        isRuled
      />
      <PageBody>
        <OnboardingChecklist />
        <HomeNumbers />
        <div className="grid grid-cols-2 gap-4 pt-1 max-tablet:grid-cols-1 max-tablet:gap-3">
          <OrdersToBill />
          <LateTasks />
          <TasksWithoutTechnician />
          <RejectedNotes />
        </div>
      </PageBody>
    </>
  )
}
