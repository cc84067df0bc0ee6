'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { Permission } from '@/contract/permissions'
import { createTokenInput } from '@/contract/tokens'
import { addDays, todayIn } from '@/lib/calendar-date'
import { useTRPC } from '@/trpc/client'
import { useCommand } from '@/trpc/use-command'
import { Button } from '@/ui/button'
import { DateField } from '@/ui/date-field'
import { Dialog } from '@/ui/dialog'
import { ErrorSummary } from '@/ui/error-summary'
import { FormField } from '@/ui/form-field'
import { TextField } from '@/ui/text-field'
import { useZodForm } from '@/ui/use-zod-form'
import { type CreatedToken, NewSecretDialog } from './new-secret-dialog'
import { PermissionsField } from './permissions-field'

const FORM = 'create-token'
const USUAL_DAYS = 90
const fields = createTokenInput.omit({ commandId: true })

export type CreateTokenDialogProps = { grantable: readonly Permission[]; onClose: () => void }

/** Makes a key and then shows it, once. */
export function CreateTokenDialog({ grantable, onClose }: CreateTokenDialogProps) {
  const t = useTranslations('tokens.create')
  const [created, setCreated] = useState<CreatedToken | null>(null)
  const form = useZodForm(fields, {
    defaultValues: {
      name: '',
      expiresOn: addDays(todayIn('America/Sao_Paulo'), USUAL_DAYS),
      permissions: [] as Permission[],
    },
  })
  const create = useCommand(useTRPC().tokens.create, { form, onDone: setCreated })
  if (created) return <NewSecretDialog token={created} onClose={onClose} />
  return (
    <Dialog
      isOpen
      onClose={onClose}
      isPressOutsideIgnored={form.formState.isDirty}
      title={t('title')}
      footer={
        <Button type="submit" form={FORM} variant="primary" isPending={create.isPending}>
          {t('submit')}
        </Button>
      }
    >
      <form id={FORM} noValidate className="grid gap-3" onSubmit={(event) => void form.handleSubmit(create.run)(event)}>
        <ErrorSummary
          form={form}
          labelOf={(path) => t(path as 'name' | 'expiresOn' | 'permissions')}
          refusal={create.refusal}
        />
        <FormField control={form.control} name="name">
          {(field) => <TextField {...field} label={t('name')} hint={t('nameHint')} isRequired />}
        </FormField>
        <FormField control={form.control} name="expiresOn">
          {(field) => <DateField {...field} label={t('expiresOn')} isRequired />}
        </FormField>
        <FormField control={form.control} name="permissions">
          {(field) => <PermissionsField {...field} grantable={grantable} />}
        </FormField>
      </form>
    </Dialog>
  )
}
