'use client'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useTRPC } from '@/trpc/client'
import { useCommand } from '@/trpc/use-command'
import { Button } from '@/ui/button'
import { Section } from '@/ui/section'
import { OnboardingStep } from './onboarding-step'

/**
 * The first steps of a company, for who administers it: those that are open say what is missing and lead to it. Nothing once all
 * are done or somebody put the list away.
 */
export function OnboardingChecklist() {
  const t = useTranslations('onboarding')
  const trpc = useTRPC()
  const { data: viewer } = useQuery(trpc.session.current.queryOptions({}))
  const mayAdminister = viewer?.permissions.includes('companies.update') ?? false
  const { data } = useQuery(trpc.companies.onboarding.queryOptions({}, { enabled: mayAdminister }))
  const dismiss = useCommand(trpc.companies.dismissOnboarding)
  if (!data?.steps) return null
  const open = data.steps.filter(({ isDone }) => !isDone)
  return (
    <Section
      title={t('title')}
      note={t('progress', { done: data.steps.length - open.length, all: data.steps.length })}
      end={
        <Button variant="link" isPending={dismiss.isPending} onClick={() => void dismiss.run({})}>
          {t('dismiss')}
        </Button>
      }
      isFlush
    >
      <ol>
        {open.map((step) => (
          <OnboardingStep key={step.id} step={step} />
        ))}
      </ol>
    </Section>
  )
}
