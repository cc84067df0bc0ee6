'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { INVITATION_DAYS, inviteMemberInput } from '@/contract/members'
import type { Role } from '@/contract/permissions'
import { useTRPC } from '@/trpc/client'
import { useCommand } from '@/trpc/use-command'
import { Button } from '@/ui/button'
import { Dialog } from '@/ui/dialog'
import { ErrorSummary } from '@/ui/error-summary'
import { FormField } from '@/ui/form-field'
import { TextField } from '@/ui/text-field'
import { useZodForm } from '@/ui/use-zod-form'
import { InvitationLinkDialog, type IssuedInvitation } from './invitation-link-dialog'
import { RolesField } from './roles-field'

const FORM = 'invite-member'
const fields = inviteMemberInput.omit({ commandId: true })
const empty = { name: '', email: '', roles: [] as Role[] }

/** Asks somebody to join, and then shows the link to hand over. */
export function InviteMemberDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslations('members.invite')
  const [issued, setIssued] = useState<IssuedInvitation | null>(null)
  const form = useZodForm(fields, { defaultValues: empty })
  const invite = useCommand(useTRPC().members.invite, { form, onDone: setIssued })
  if (issued) return <InvitationLinkDialog invitation={issued} onClose={onClose} />
  return (
    <Dialog
      isOpen
      onClose={onClose}
      isPressOutsideIgnored={form.formState.isDirty}
      title={t('title')}
      description={t('lead', { days: INVITATION_DAYS })}
      footer={
        <Button type="submit" form={FORM} variant="primary" isPending={invite.isPending}>
          {t('submit')}
        </Button>
      }
    >
      <form id={FORM} noValidate className="grid gap-3" onSubmit={(event) => void form.handleSubmit(invite.run)(event)}>
        <ErrorSummary form={form} labelOf={(path) => t(path as keyof typeof empty)} refusal={invite.refusal} />
        <FormField control={form.control} name="name">
          {(field) => <TextField {...field} label={t('name')} isRequired />}
        </FormField>
        <FormField control={form.control} name="email">
          {(field) => (
            <TextField {...field} label={t('email')} type="email" inputMode="email" hint={t('known')} isRequired />
          )}
        </FormField>
        <FormField control={form.control} name="roles">
          {(field) => <RolesField {...field} />}
        </FormField>
      </form>
    </Dialog>
  )
}
