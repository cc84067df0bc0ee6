'use client'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { changePasswordInput } from '@/contract/account'
import { PasswordField } from '@/features/session/password-field'
import { useTRPC } from '@/trpc/client'
import { useCommand } from '@/trpc/use-command'
import { Button } from '@/ui/button'
import { ErrorSummary } from '@/ui/error-summary'
import { FormField } from '@/ui/form-field'
import { FormGrid } from '@/ui/form-grid'
import { Section } from '@/ui/section'
import { useZodForm } from '@/ui/use-zod-form'

const fields = changePasswordInput.omit({ commandId: true })
const empty = { currentPassword: '', password: '' }

/** Another password for oneself; the other devices are signed out. */
export function ChangePassword() {
  const t = useTranslations('account.password')
  const trpc = useTRPC()
  const { data } = useSuspenseQuery(trpc.account.get.queryOptions({}))
  const form = useZodForm(fields, { defaultValues: empty })
  const change = useCommand(trpc.account.changePassword, {
    form,
    doneMessage: t('done'),
    onDone: () => form.reset(empty),
  })
  return (
    <Section title={t('title')} note={t('note')}>
      <form noValidate className="grid gap-3" onSubmit={(event) => void form.handleSubmit(change.run)(event)}>
        <ErrorSummary form={form} labelOf={(path) => t(path as keyof typeof empty)} refusal={change.refusal} />
        {/* Password managers file the new password under this account. */}
        <input type="email" name="username" autoComplete="username" value={data.email ?? ''} readOnly hidden />
        <FormGrid>
          <FormField control={form.control} name="currentPassword">
            {(field) => (
              <PasswordField
                {...field}
                label={t('currentPassword')}
                autoComplete="current-password"
                className="col-span-6"
                isRequired
              />
            )}
          </FormField>
          <FormField control={form.control} name="password">
            {(field) => (
              <PasswordField
                {...field}
                label={t('password')}
                hint={t('hint')}
                autoComplete="new-password"
                className="col-span-6"
                isRequired
              />
            )}
          </FormField>
        </FormGrid>
        <div>
          <Button type="submit" isPending={change.isPending}>
            {t('submit')}
          </Button>
        </div>
      </form>
    </Section>
  )
}
