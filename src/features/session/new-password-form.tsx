'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { setPasswordInput } from '@/contract/account'
import { useTRPC } from '@/trpc/client'
import { useCommand } from '@/trpc/use-command'
import { Button } from '@/ui/button'
import { ErrorSummary } from '@/ui/error-summary'
import { FormField } from '@/ui/form-field'
import { TextField } from '@/ui/text-field'
import { useZodForm } from '@/ui/use-zod-form'
import { AfterEntry } from './after-entry'
import { openSession } from './open-session'
import { PasswordField } from './password-field'

const fields = setPasswordInput.omit({ commandId: true, secret: true })

/** A new password for the account that the link names; then the person is signed in. */
export function NewPasswordForm({ email, secret }: { email: string; secret: string }) {
  const t = useTranslations('session.newPassword')
  const form = useZodForm(fields, { defaultValues: { password: '' } })
  const [isSet, setIsSet] = useState(false)
  const set = useCommand(useTRPC().session.setPassword, { form })
  const submit = form.handleSubmit(async ({ password }) => {
    const changed = await set.run({ secret, password })
    if (!changed) return
    if (await openSession(changed.email, password)) setIsSet(true)
    else window.location.assign('/')
  })
  if (isSet) return <AfterEntry sentence={t('done')} />
  return (
    <form noValidate onSubmit={(event) => void submit(event)} className="grid gap-4">
      <ErrorSummary form={form} labelOf={(path) => t(path as 'password')} refusal={set.refusal} />
      <TextField
        label={t('email')}
        type="email"
        name="username"
        autoComplete="username"
        value={email}
        onChange={() => undefined}
        isReadOnly
      />
      <FormField control={form.control} name="password">
        {(field) => (
          <PasswordField
            {...field}
            label={t('password')}
            hint={t('passwordHint')}
            autoComplete="new-password"
            hasAutoFocus
            isRequired
          />
        )}
      </FormField>
      <Button type="submit" variant="primary" isPending={form.formState.isSubmitting} className="w-full">
        {t('submit')}
      </Button>
    </form>
  )
}
