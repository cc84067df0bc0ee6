'use client'
import { LogIn } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { signInInput } from '@/contract/session'
import { Button } from '@/ui/button'
import { Callout } from '@/ui/callout'
import { FormField } from '@/ui/form-field'
import { TextField } from '@/ui/text-field'
import { useZodForm } from '@/ui/use-zod-form'
import { openSession, type SignInFailure } from './open-session'
import { PasswordField } from './password-field'

/** E-mail and password. After success the browser goes to `next`, else to where the person's role starts. */
export function SignInForm({ next }: { next: string | null }) {
  const t = useTranslations('session.signIn')
  const errors = useTranslations('errors')
  const form = useZodForm(signInInput, { defaultValues: { email: '', password: '' } })
  const [failure, setFailure] = useState<SignInFailure | null>(null)
  const submit = form.handleSubmit(
    async ({ email, password }) => {
      setFailure(null)
      const refused = await openSession(email, password)
      setFailure(refused)
      if (refused === 'SIGN_IN_FAILED') form.setFocus('password', { shouldSelect: true })
      // A whole load: nothing of the signed-out page may stay, and the sign-in leads on to where the role starts.
      if (!refused) window.location.assign(next ?? '/sign-in')
    },
    (invalid) => form.setFocus(invalid.email ? 'email' : 'password'),
  )
  const { isSubmitting, isSubmitSuccessful } = form.formState
  return (
    <form noValidate onSubmit={(event) => void submit(event)} className="grid gap-4">
      <div aria-live="assertive" className="empty:absolute">
        {failure && (
          <Callout tone="danger">
            <p>{errors(failure)}</p>
          </Callout>
        )}
      </div>
      <FormField control={form.control} name="email">
        {(field) => (
          <TextField
            {...field}
            label={t('email')}
            type="email"
            inputMode="email"
            autoComplete="username"
            hasAutoFocus
          />
        )}
      </FormField>
      <FormField control={form.control} name="password">
        {(field) => <PasswordField {...field} label={t('password')} autoComplete="current-password" />}
      </FormField>
      <Button
        type="submit"
        variant="primary"
        icon={LogIn}
        isPending={isSubmitting || (isSubmitSuccessful && !failure)}
        className="w-full"
      >
        {t('submit')}
      </Button>
    </form>
  )
}
