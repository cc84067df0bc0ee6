'use client'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { FormProvider, useWatch } from 'react-hook-form'
import { createOpportunityInput } from '@/contract/opportunities'
import { ContractField } from '@/features/contracts/contract-field'
import { CustomerField } from '@/features/customers/customer-field'
import { ProjectField } from '@/features/projects/project-field'
import { useTRPC } from '@/trpc/client'
import { useCommand } from '@/trpc/use-command'
import { Button } from '@/ui/button'
import { Dialog } from '@/ui/dialog'
import { ErrorSummary } from '@/ui/error-summary'
import { FormField } from '@/ui/form-field'
import { MoneyField } from '@/ui/money-field'
import { Select } from '@/ui/select'
import { TextField } from '@/ui/text-field'
import { useZodForm } from '@/ui/use-zod-form'
import { OpportunityFields } from './opportunity-fields'

const FORM = 'new-opportunity'
const fields = createOpportunityInput.omit({ commandId: true })
const empty = {
  title: '',
  customerId: '',
  projectId: null,
  contractId: null,
  pipelineId: '',
  stageId: '',
  valueCents: 0,
  ownerId: null,
  expectedCloseOn: null,
  opportunityTypeId: null,
  sourceId: null,
  priorityId: null,
}

export type NewOpportunityDialogProps = {
  /** 1.4: the company works with contracts. */
  showsContract: boolean
  onClose: () => void
  onCreated: (number: number) => void
}

/** An opportunity by hand, before there is an order. */
export function NewOpportunityDialog({ showsContract, onClose, onCreated }: NewOpportunityDialogProps) {
  const t = useTranslations('opportunities.new')
  const words = useTranslations('opportunities.fields')
  const kit = useTranslations('kit')
  const trpc = useTRPC()
  const { data: registers } = useQuery(trpc.registers.list.queryOptions({}))
  const pipelines = (registers?.pipelines ?? []).filter(({ isActive }) => isActive)
  const form = useZodForm(fields, { defaultValues: empty })
  const pipelineId = useWatch({ control: form.control, name: 'pipelineId' })
  const customerId = useWatch({ control: form.control, name: 'customerId' })
  const stages = pipelines.find(({ id }) => id === pipelineId)?.stages.filter(({ isActive }) => isActive) ?? []
  const create = useCommand(trpc.opportunities.create, {
    form,
    doneMessage: ({ number }) => t('done', { number: `${number}` }),
    onDone: ({ number }) => onCreated(number),
  })
  return (
    <Dialog
      isOpen
      onClose={onClose}
      isPressOutsideIgnored={form.formState.isDirty}
      title={t('title')}
      width="wide"
      footerNote={kit('requiredNote')}
      footer={
        <>
          <Button onClick={onClose}>{kit('cancel')}</Button>
          <Button type="submit" form={FORM} variant="primary" isPending={create.isPending}>
            {t('submit')}
          </Button>
        </>
      }
    >
      <form id={FORM} noValidate className="grid gap-3" onSubmit={(event) => void form.handleSubmit(create.run)(event)}>
        <ErrorSummary form={form} labelOf={(path) => words(path as 'title')} refusal={create.refusal} />
        <FormField control={form.control} name="title">
          {(field) => <TextField {...field} label={words('title')} isRequired maxLength={300} />}
        </FormField>
        <div className={`grid gap-3 max-phone:grid-cols-1 ${showsContract ? 'grid-cols-3' : 'grid-cols-2'}`}>
          <FormField control={form.control} name="customerId">
            {(field) => <CustomerField {...field} label={words('customerId')} isRequired />}
          </FormField>
          <FormField control={form.control} name="projectId">
            {({ value, onChange, ...field }) => (
              <ProjectField
                {...field}
                label={words('projectId')}
                customerId={customerId || undefined}
                value={value ?? ''}
                onChange={(id) => onChange(id || null)}
              />
            )}
          </FormField>
          {showsContract && (
            <FormField control={form.control} name="contractId">
              {({ value, onChange, ...field }) => (
                <ContractField
                  {...field}
                  label={words('contractId')}
                  customerId={customerId || undefined}
                  value={value ?? ''}
                  onChange={(id) => onChange(id || null)}
                />
              )}
            </FormField>
          )}
        </div>
        <div className="grid grid-cols-3 gap-3 max-phone:grid-cols-1">
          <FormField control={form.control} name="pipelineId">
            {({ onChange, ...field }) => (
              <Select
                {...field}
                label={words('pipelineId')}
                isRequired
                onChange={(id) => {
                  onChange(id)
                  const first = pipelines
                    .find((pipeline) => pipeline.id === id)
                    ?.stages.find(({ isActive }) => isActive)
                  form.setValue('stageId', first?.id ?? '')
                }}
                options={pipelines.map(({ id, name }) => ({ value: id, label: name }))}
              />
            )}
          </FormField>
          <FormField control={form.control} name="stageId">
            {(field) => (
              <Select
                {...field}
                label={words('stageId')}
                isRequired
                isDisabled={stages.length === 0}
                options={stages.map(({ id, name }) => ({ value: id, label: name }))}
              />
            )}
          </FormField>
          <FormField control={form.control} name="valueCents">
            {({ value, onChange, ...field }) => (
              <MoneyField
                {...field}
                label={words('valueCents')}
                value={value ?? null}
                onChange={(cents) => onChange(cents ?? 0)}
              />
            )}
          </FormField>
        </div>
        <FormProvider {...form}>
          <OpportunityFields />
        </FormProvider>
      </form>
    </Dialog>
  )
}
