'use client'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { REMOVAL_WORD, removeDemonstrationInput } from '@/contract/companies'
import { useTRPC } from '@/trpc/client'
import { useCommand } from '@/trpc/use-command'
import { Button } from '@/ui/button'
import { Callout } from '@/ui/callout'
import { EmptyState } from '@/ui/empty-state'
import { ErrorSummary } from '@/ui/error-summary'
import { FormField } from '@/ui/form-field'
import { LinkButton } from '@/ui/link-button'
import { PageBody } from '@/ui/page-body'
import { PageHeader } from '@/ui/page-header'
import { Section } from '@/ui/section'
import { TextField } from '@/ui/text-field'
import { TextLink } from '@/ui/text-link'
import { useZodForm } from '@/ui/use-zod-form'

const fields = removeDemonstrationInput.omit({ commandId: true })
const empty = { name: '', confirmation: '' }

/** Empties the demonstration's company, after saying what goes and what stays, and a typed word. */
export function RemoveDemonstration() {
  const t = useTranslations('onboarding.removal')
  const trpc = useTRPC()
  const { data } = useSuspenseQuery(trpc.companies.onboarding.queryOptions({}))
  const form = useZodForm(fields, { defaultValues: empty })
  const remove = useCommand(trpc.companies.removeDemonstration, {
    form,
    // A whole load: nothing that this browser has read of the demonstration may stay.
    onDone: () => window.location.assign('/settings/company'),
  })
  const header = <PageHeader title={t('title')} breadcrumb={[{ label: t('parent'), href: '/settings' }]} isRuled />
  if (!data.isDemonstration) {
    return (
      <>
        {header}
        <EmptyState title={t('none')} action={<LinkButton href="/settings">{t('back')}</LinkButton>} />
      </>
    )
  }
  return (
    <>
      {header}
      <PageBody>
        <div className="grid max-w-3xl gap-3">
          <Section title={t('whatHappens')}>
            <ul className="list-disc space-y-1 pl-5">
              {(['records', 'people', 'company', 'kept', 'final'] as const).map((point) => (
                <li key={point}>{t(`points.${point}`)}</li>
              ))}
            </ul>
          </Section>
          {data.isDemonstrationAccount && (
            <Callout tone="warn" title={t('ownAccount')}>
              <p>
                {t.rich('ownAccountHow', {
                  people: (words) => (
                    <TextLink href="/people" isStrong>
                      {words}
                    </TextLink>
                  ),
                })}
              </p>
            </Callout>
          )}
          <form
            noValidate
            className="grid gap-3 rounded-control border border-line bg-surface p-4"
            onSubmit={(event) => void form.handleSubmit(remove.run)(event)}
          >
            <ErrorSummary form={form} labelOf={(path) => t(path as keyof typeof empty)} refusal={remove.refusal} />
            <FormField control={form.control} name="name">
              {(field) => (
                <TextField {...field} label={t('name')} hint={t('nameHint')} autoComplete="organization" isRequired />
              )}
            </FormField>
            <FormField control={form.control} name="confirmation">
              {(field) => (
                <TextField {...field} label={t('confirmation')} hint={t('word', { word: REMOVAL_WORD })} isRequired />
              )}
            </FormField>
            <div>
              <Button type="submit" variant="danger" isPending={form.formState.isSubmitting}>
                {t('submit')}
              </Button>
            </div>
          </form>
        </div>
      </PageBody>
    </>
  )
}
