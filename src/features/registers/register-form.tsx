'use client'
import { useTranslations } from 'next-intl'
import { type KeyboardEvent, useState } from 'react'
import { z } from 'zod'
import { type RegisterEntry, type RegisterKind, registerEntry } from '@/contract/registers'
import { useTRPC } from '@/trpc/client'
import { useCommand } from '@/trpc/use-command'
import { Button } from '@/ui/button'
import { ErrorSummary } from '@/ui/error-summary'
import { useZodForm } from '@/ui/use-zod-form'
import type { RegisterRow } from './register-data'
import { RegisterFields } from './register-fields'

export const registerFormSchema = z.strictObject({ entry: registerEntry })

export type RegisterFormProps = {
  kind: RegisterKind
  /** Null adds a row. */
  row: RegisterRow | null
  pipelineId?: string
  onClose: () => void
}

/** A row of a register opened for writing, in its place in the list. Esc closes it. */
export function RegisterForm({ kind, row, pipelineId, onClose }: RegisterFormProps) {
  const t = useTranslations('registers')
  const trpc = useTRPC()
  const form = useZodForm(registerFormSchema, { defaultValues: { entry: entryOf(kind, row, pipelineId) } })
  // The list may be read again meanwhile: saving sends the version that the form shows.
  const [version] = useState(row?.version ?? 0)
  const options = {
    form,
    doneMessage: ({ name }: { name: string }) => t('done.saved', { name }),
    onDone: onClose,
  }
  const create = useCommand(trpc.registers.create, options)
  const update = useCommand(trpc.registers.update, options)
  const submit = form.handleSubmit(async ({ entry }) => {
    if (row) await update.run({ entry, id: row.id, version })
    else await create.run({ entry })
  })
  function closeOnEscape(event: KeyboardEvent) {
    if (event.key === 'Escape' && !event.defaultPrevented) onClose()
  }
  return (
    <form
      noValidate
      className="space-y-3 bg-selected px-4 py-3"
      onKeyDown={closeOnEscape}
      onSubmit={(event) => void submit(event)}
    >
      <ErrorSummary
        form={form}
        labelOf={(path) => t(`form.${path.replace(/^entry\./, '')}` as 'form.name')}
        refusal={row ? update.refusal : create.refusal}
      />
      <RegisterFields kind={kind} form={form} />
      <div className="flex flex-wrap gap-2">
        <Button type="submit" variant="primary" size="small" isPending={create.isPending || update.isPending}>
          {t('form.save')}
        </Button>
        <Button size="small" onClick={onClose}>
          {t('form.cancel')}
        </Button>
      </div>
    </form>
  )
}

function entryOf(kind: RegisterKind, row: RegisterRow | null, pipelineId = ''): z.input<typeof registerEntry> {
  const name = row?.name ?? ''
  switch (kind) {
    case 'stages':
      return { kind, name, pipelineId: row?.pipelineId ?? pipelineId, probability: row?.probability ?? 0 }
    case 'taskTypes':
      return {
        kind,
        name,
        requiresReport: row?.requiresReport ?? false,
        requiredPhotos: row?.requiredPhotos ?? 0,
        requiresSignature: row?.requiresSignature ?? false,
        requiresLocation: row?.requiresLocation ?? false,
        checklist: row?.checklist ?? [],
      }
    case 'unitsOfMeasure':
      return { kind, name, code: row?.code ?? '', allowsFractions: row?.allowsFractions ?? false }
    case 'paymentTerms':
      return { kind, name, dayOffsets: row?.dayOffsets ?? [] }
    default:
      return { kind, name } satisfies RegisterEntry
  }
}
