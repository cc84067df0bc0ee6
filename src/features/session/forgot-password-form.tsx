'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { requestPasswordLinkInput } from '@/contract/account'
import { PASSWORD_LINK_MINUTES } from '@/contract/members'
import { useTRPC } from '@/trpc/client'
import { useCommand } from '@/trpc/use-command'
import { Button } from '@/ui/button'
import { Callout } from '@/ui/callout'
import { ErrorSummary } from '@/ui/error-summary'
import { FormField } from '@/ui/form-field'
import { TextField } from '@/ui/text-field'
import { useZodForm } from '@/ui/use-zod-form'

const fields = requestPasswordLinkInput.omit({ commandId: true })

/** Asks for a link; the answer is the same whether the e-mail is an account's or not. */
export function ForgotPasswordForm() {
  const t = useTranslations('session.forgot')
  const form = useZodForm(fields, { defaultValues: { email: '' } })
  const [askedFor, setAskedFor] = useState<string | null>(null)
  const request = useCommand(useTRPC().session.requestPasswordLink, {
    form,
    onDone: ({ email }) => setAskedFor(email),
  })
  if (askedFor) {
    return (
      <div role="status">
        <Callout tone="ok" title={t('sent')}>
          <p>{t('sentHow', { email: askedFor, minutes: PASSWORD_LINK_MINUTES })}</p>
        </Callout>
      </div>
    )
  }
  return (
    <form noValidate onSubmit={(event) => void form.handleSubmit(request.run)(event)} className="grid gap-4">
      <ErrorSummary form={form} labelOf={(path) => t(path as 'email')} refusal={request.refusal} />
      <FormField control={form.control} name="email">
        {(field) => (
          <TextField
            {...field}
            label={t('email')}
            type="email"
            inputMode="email"
            autoComplete="username"
            hasAutoFocus
            isRequired
          />
        )}
      </FormField>
      <Button type="submit" variant="primary" isPending={request.isPending} className="w-full">
        {t('submit')}
      </Button>
    </form>
  )
}
