'use client'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { StaleChoice } from '@/features/listing/stale-choice'
import { useStoredValues } from '@/features/listing/use-stored-values'
import { useTRPC } from '@/trpc/client'
import { useCommand } from '@/trpc/use-command'
import { Button } from '@/ui/button'
import { ErrorSummary } from '@/ui/error-summary'
import { FormFooter } from '@/ui/form-footer'
import { LinkButton } from '@/ui/link-button'
import { PageBody } from '@/ui/page-body'
import { PageHeader } from '@/ui/page-header'
import { useShortcut } from '@/ui/shortcut-provider'
import { UnsavedGuard } from '@/ui/unsaved-guard'
import { useZodForm } from '@/ui/use-zod-form'
import { CompanyAddress } from './company-address'
import { type CompanyFormOutput, companyFormSchema, companyFormValues } from './company-form-values'
import { CompanyIdentity } from './company-identity'
import { CompanyLogo } from './company-logo'
import { MissingFields } from './missing-fields'
import { NoteSeries } from './note-series'

/** The company's own fiscal data (F17): what is missing first, then the form, then how its notes are numbered. */
export function EditCompany() {
  const t = useTranslations('companies')
  const trpc = useTRPC()
  const router = useRouter()
  const { data: company, refetch } = useSuspenseQuery(trpc.companies.get.queryOptions({}))
  const form = useZodForm(companyFormSchema, { defaultValues: companyFormValues(company) })
  useStoredValues(form, company.version, companyFormValues(company))
  // The shell shows the company's name, which comes with the page and not from a query.
  const update = useCommand(trpc.companies.update, {
    form,
    doneMessage: t('form.saved'),
    onDone: () => router.refresh(),
  })
  const isReadOnly = company.actions.update.length > 0
  const submit = form.handleSubmit(save)
  useShortcut('mod+s', () => void submit(), { label: t('form.save'), isEnabled: !isReadOnly })

  async function save(fields: CompanyFormOutput) {
    const saved = await update.run(fields)
    if (saved) form.reset({ ...form.getValues(), version: saved.version })
  }
  async function takeStored() {
    const { data } = await refetch()
    if (data) form.reset(companyFormValues(data))
    update.reset()
  }
  async function keepMine() {
    const { data } = await refetch()
    if (data) form.setValue('version', data.version)
    await submit()
  }
  const { isDirty } = form.formState
  return (
    <>
      <PageHeader title={t('title')} breadcrumb={[{ label: t('parent'), href: '/settings' }]} isRuled />
      <form noValidate className="flex min-h-0 flex-1 flex-col" onSubmit={(event) => void submit(event)}>
        <PageBody>
          <ErrorSummary form={form} labelOf={(path) => t(`form.${path as 'name'}`)} refusal={update.refusal}>
            <StaleChoice refusal={update.refusal} onTakeStored={takeStored} onKeepMine={keepMine} />
          </ErrorSummary>
          <MissingFields missing={company.missing} />
          <fieldset disabled={isReadOnly} className="min-w-0 space-y-3">
            <CompanyIdentity form={form} />
            <CompanyAddress form={form} municipality={company.municipality} />
          </fieldset>
          <CompanyLogo logoFileId={company.logoFileId} isReadOnly={isReadOnly} />
          <NoteSeries series={company.series} />
        </PageBody>
        <FormFooter
          start={isReadOnly && <span className="text-ink-2">{t('form.readOnly')}</span>}
          actions={
            <>
              {isDirty ? (
                <Button onClick={() => form.reset()}>{t('form.discard')}</Button>
              ) : (
                !isReadOnly && <LinkButton href="/settings">{t('form.back')}</LinkButton>
              )}
              {!isReadOnly && (
                <Button type="submit" variant="primary" shortcut="Ctrl+S" isPending={update.isPending}>
                  {t('form.save')}
                </Button>
              )}
            </>
          }
        />
        <UnsavedGuard isDirty={isDirty && !update.isPending} />
      </form>
    </>
  )
}
