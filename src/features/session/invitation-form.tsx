'use client'
import type { inferRouterOutputs } from '@trpc/server'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { acceptInvitationInput } from '@/contract/account'
import { uuidv7 } from '@/lib/uuid'
import type { AppRouter } from '@/server/api/root'
import { useTRPC, useTRPCClient } from '@/trpc/client'
import { useCommand } from '@/trpc/use-command'
import { Button } from '@/ui/button'
import { DescriptionList } from '@/ui/description-list'
import { ErrorSummary } from '@/ui/error-summary'
import { FormField } from '@/ui/form-field'
import { TextField } from '@/ui/text-field'
import { TextLink } from '@/ui/text-link'
import { useZodForm } from '@/ui/use-zod-form'
import { AfterEntry } from './after-entry'
import { openSession } from './open-session'
import { PasswordField } from './password-field'

type Invitation = inferRouterOutputs<AppRouter>['session']['openInvitation']

const fields = acceptInvitationInput.omit({ commandId: true, secret: true })

/** Name and a new password, or the password that the account has already; then the person is signed in, in that company. */
export function InvitationForm({ invitation, secret }: { invitation: Invitation; secret: string }) {
  const t = useTranslations('session.invitation')
  const roleName = useTranslations('shell.roles')
  const client = useTRPCClient()
  const { company, email, name, roles, isKnown } = invitation
  const form = useZodForm(fields, { defaultValues: { name, password: '' } })
  const [isJoined, setIsJoined] = useState(false)
  const accept = useCommand(useTRPC().session.acceptInvitation, { form })
  const submit = form.handleSubmit(async (values) => {
    const joined = await accept.run({ ...values, secret })
    if (!joined) return
    if (await openSession(joined.email, values.password)) return setIsJoined(true)
    // A new session begins in the company joined first.
    if (isKnown) {
      await client.session.switchCompany
        .mutate({ commandId: uuidv7(), companyId: joined.companyId })
        .catch(() => undefined)
    }
    window.location.assign('/')
  })
  if (isJoined) return <AfterEntry sentence={t('joined', { company })} />
  return (
    <form noValidate onSubmit={(event) => void submit(event)} className="grid gap-4">
      <DescriptionList
        items={[
          { label: t('company'), value: company },
          { label: t('email'), value: email },
          { label: t('roles'), value: roles.map((role) => roleName(role)).join(', ') },
        ]}
      />
      <ErrorSummary form={form} labelOf={(path) => t(path as 'name' | 'password')} refusal={accept.refusal} />
      {/* Password managers file the password under this account. */}
      <input type="email" name="username" autoComplete="username" value={email} readOnly hidden />
      {!isKnown && (
        <FormField control={form.control} name="name">
          {(field) => <TextField {...field} label={t('name')} autoComplete="name" isRequired />}
        </FormField>
      )}
      <FormField control={form.control} name="password">
        {(field) => (
          <PasswordField
            {...field}
            label={t(isKnown ? 'knownPassword' : 'password')}
            hint={t(isKnown ? 'knownHint' : 'passwordHint')}
            autoComplete={isKnown ? 'current-password' : 'new-password'}
            isRequired
          />
        )}
      </FormField>
      <Button type="submit" variant="primary" isPending={form.formState.isSubmitting} className="w-full">
        {t('submit', { company })}
      </Button>
      {isKnown && <TextLink href="/forgot-password">{t('forgot')}</TextLink>}
    </form>
  )
}
