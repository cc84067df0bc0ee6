'use client'
import { useTranslations } from 'next-intl'
import { addMemberInput } from '@/contract/members'
import type { Role } from '@/contract/permissions'
import { PasswordField } from '@/features/session/password-field'
import { useTRPC } from '@/trpc/client'
import { useCommand } from '@/trpc/use-command'
import { Button } from '@/ui/button'
import { Dialog } from '@/ui/dialog'
import { ErrorSummary } from '@/ui/error-summary'
import { FormField } from '@/ui/form-field'
import { TextField } from '@/ui/text-field'
import { useZodForm } from '@/ui/use-zod-form'
import { RolesField } from './roles-field'

const FORM = 'add-member'
const fields = addMemberInput.omit({ commandId: true })
const empty = { name: '', email: '', password: '', roles: [] as Role[] }

/** Gives somebody access to the company. */
export function AddMemberDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslations('members.add')
  const form = useZodForm(fields, { defaultValues: empty })
  const add = useCommand(useTRPC().members.add, {
    form,
    doneMessage: ({ keepsOwnPassword }) =>
      keepsOwnPassword ? t('doneKnown') : t('done', { name: form.getValues('name') }),
    onDone: onClose,
  })
  return (
    <Dialog
      isOpen
      onClose={onClose}
      isPressOutsideIgnored={form.formState.isDirty}
      title={t('title')}
      footer={
        <Button type="submit" form={FORM} variant="primary" isPending={add.isPending}>
          {t('submit')}
        </Button>
      }
    >
      <form id={FORM} noValidate className="grid gap-3" onSubmit={(event) => void form.handleSubmit(add.run)(event)}>
        <ErrorSummary form={form} labelOf={(path) => t(path as keyof typeof empty)} refusal={add.refusal} />
        <FormField control={form.control} name="name">
          {(field) => <TextField {...field} label={t('name')} isRequired />}
        </FormField>
        <FormField control={form.control} name="email">
          {(field) => (
            <TextField {...field} label={t('email')} type="email" inputMode="email" hint={t('known')} isRequired />
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
        <FormField control={form.control} name="roles">
          {(field) => <RolesField {...field} />}
        </FormField>
      </form>
    </Dialog>
  )
}
