'use client'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useTRPC } from '@/trpc/client'
import { useCommand } from '@/trpc/use-command'
import { Button } from '@/ui/button'
import { Section } from '@/ui/section'
import { OnboardingStep } from './onboarding-step'

/**
 * The first steps of a company, for who administers it: each says what is missing and leads to it. Nothing once all are done or
 * somebody put the list away. It asks for itself, and needs no page to wait for it.
 */
export function OnboardingChecklist() {
  const t = useTranslations('onboarding')
  const trpc = useTRPC()
  const { data: viewer } = useQuery(trpc.session.current.queryOptions({}))
  const mayAdminister = viewer?.permissions.includes('companies.update') ?? false
  const { data } = useQuery(trpc.companies.onboarding.queryOptions({}, { enabled: mayAdminister }))
  const dismiss = useCommand(trpc.companies.dismissOnboarding)
  if (!data?.steps) return null
  const done = data.steps.filter(({ isDone }) => isDone).length
  return (
    <Section
      title={t('title')}
      note={t('progress', { done, all: data.steps.length })}
      end={
        <Button variant="link" isPending={dismiss.isPending} onClick={() => void dismiss.run({})}>
          {t('dismiss')}
        </Button>
      }
      isFlush
    >
      <ol>
        {data.steps.map((step) => (
          <OnboardingStep key={step.id} step={step} />
        ))}
      </ol>
    </Section>
  )
}
