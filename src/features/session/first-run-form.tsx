'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { firstRunInput } from '@/contract/session'
import { formatTaxId } from '@/lib/tax-id'
import { useTRPC } from '@/trpc/client'
import { useCommand } from '@/trpc/use-command'
import { Button } from '@/ui/button'
import { Callout } from '@/ui/callout'
import { ErrorSummary } from '@/ui/error-summary'
import { FormField } from '@/ui/form-field'
import { LinkButton } from '@/ui/link-button'
import { TextField } from '@/ui/text-field'
import { useZodForm } from '@/ui/use-zod-form'
import { openSession } from './open-session'
import { PasswordField } from './password-field'

const firstRunFields = firstRunInput.omit({ commandId: true })
const empty = { companyName: '', legalName: '', taxId: '', name: '', email: '', password: '' }

/** The company and its administrator; then the administrator is signed in. */
export function FirstRunForm() {
  const t = useTranslations('session.firstRun')
  const form = useZodForm(firstRunFields, { defaultValues: empty })
  const [isCreated, setIsCreated] = useState(false)
  const start = useCommand(useTRPC().session.startInstallation, { form })
  const submit = form.handleSubmit(async (values) => {
    const started = await start.run(values)
    if (!started) return
    if (await openSession(values.email, values.password)) setIsCreated(true)
    else window.location.assign('/')
  })
  if (isCreated) {
    return (
      <>
        <Callout tone="ok">{t('signInFailed')}</Callout>
        <LinkButton variant="primary" href="/sign-in" className="w-full">
          {t('signIn')}
        </LinkButton>
      </>
    )
  }
  const labelOf = (path: string) => t(path as keyof typeof empty)
  return (
    <form noValidate onSubmit={(event) => void submit(event)} className="grid gap-4">
      <ErrorSummary form={form} labelOf={labelOf} refusal={start.refusal} />
      <fieldset className="grid gap-3">
        <legend className="mb-2 font-bold">{t('company')}</legend>
        <FormField control={form.control} name="companyName">
          {(field) => (
            <TextField {...field} label={t('companyName')} autoComplete="organization" isRequired hasAutoFocus />
          )}
        </FormField>
        <FormField control={form.control} name="legalName">
          {(field) => <TextField {...field} label={t('legalName')} isRequired />}
        </FormField>
        <FormField control={form.control} name="taxId">
          {(field) => <TextField {...field} label={t('taxId')} format={formatTaxId} isRequired />}
        </FormField>
      </fieldset>
      <fieldset className="grid gap-3">
        <legend className="mb-2 font-bold">{t('administrator')}</legend>
        <FormField control={form.control} name="name">
          {(field) => <TextField {...field} label={t('name')} autoComplete="name" isRequired />}
        </FormField>
        <FormField control={form.control} name="email">
          {(field) => (
            <TextField
              {...field}
              label={t('email')}
              type="email"
              inputMode="email"
              autoComplete="username"
              isRequired
            />
          )}
        </FormField>
        <FormField control={form.control} name="password">
          {(field) => (
            <PasswordField
              {...field}
              label={t('password')}
              hint={t('passwordHint')}
              autoComplete="new-password"
              isRequired
            />
          )}
        </FormField>
      </fieldset>
      <Button type="submit" variant="primary" isPending={form.formState.isSubmitting} className="w-full">
        {t('submit')}
      </Button>
    </form>
  )
}
