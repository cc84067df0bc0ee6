'use client'
import { useTranslations } from 'next-intl'
import { contractFields } from '@/contract/contracts'
import { CustomerField } from '@/features/customers/customer-field'
import { RecordUses } from '@/features/registers/record-uses'
import { useTRPC } from '@/trpc/client'
import { useCommand } from '@/trpc/use-command'
import { Button } from '@/ui/button'
import { Checkbox } from '@/ui/checkbox'
import { Dialog } from '@/ui/dialog'
import { ErrorSummary } from '@/ui/error-summary'
import { FormField } from '@/ui/form-field'
import { FormTextField } from '@/ui/form-text-field'
import { useZodForm } from '@/ui/use-zod-form'

const FORM = 'contract'

export type ContractDialogProps = {
  /** Null writes a new one. */
  contract: {
    id: string
    code: string
    description: string
    customerId: string | null
    customerName: string | null
    isActive: boolean
    version: number
  } | null
  onClose: () => void
}

/** Writes a new contract or changes one. */
export function ContractDialog({ contract, onClose }: ContractDialogProps) {
  const t = useTranslations('contracts.dialog')
  const trpc = useTRPC()
  const form = useZodForm(contractFields, {
    defaultValues: {
      code: contract?.code ?? '',
      description: contract?.description ?? '',
      customerId: contract?.customerId ?? null,
      isActive: contract?.isActive ?? true,
    },
  })
  const create = useCommand(trpc.contracts.create, {
    form,
    doneMessage: ({ code }) => t('created', { code }),
    onDone: onClose,
  })
  const update = useCommand(trpc.contracts.update, {
    form,
    doneMessage: ({ code }) => t('saved', { code }),
    onDone: onClose,
  })
  const submit = form.handleSubmit(async ({ isActive, ...fields }) => {
    if (contract) await update.run({ ...fields, isActive, id: contract.id, version: contract.version })
    else await create.run(fields)
  })
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={contract ? t('editTitle', { code: contract.code }) : t('newTitle')}
      isPressOutsideIgnored={form.formState.isDirty}
      footer={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="submit" form={FORM} variant="primary" isPending={create.isPending || update.isPending}>
            {t('save')}
          </Button>
        </>
      }
    >
      <form id={FORM} noValidate className="grid gap-3" onSubmit={(event) => void submit(event)}>
        <ErrorSummary
          form={form}
          labelOf={(path) => t(path as 'code')}
          refusal={contract ? update.refusal : create.refusal}
        />
        <FormTextField control={form.control} name="code" label={t('code')} isRequired />
        <FormTextField control={form.control} name="description" label={t('description')} isOptional />
        <FormField control={form.control} name="customerId">
          {({ value, onChange, ...field }) => (
            <CustomerField
              {...field}
              value={value ?? ''}
              initial={
                contract?.customerId && contract.customerName
                  ? { id: contract.customerId, name: contract.customerName }
                  : null
              }
              onChange={(id) => onChange(id || null)}
              isOptional
            />
          )}
        </FormField>
        {contract && (
          <FormField control={form.control} name="isActive">
            {({ value, ...field }) => (
              <Checkbox {...field} value={value ?? true} label={t('isActive')} hint={t('isActiveHint')} />
            )}
          </FormField>
        )}
        {contract && <RecordUses kind="contracts" id={contract.id} />}
      </form>
    </Dialog>
  )
}
