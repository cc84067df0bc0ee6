'use client'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { FormProvider } from 'react-hook-form'
import { updateOpportunityInput } from '@/contract/opportunities'
import { ContractField } from '@/features/contracts/contract-field'
import { CustomerField } from '@/features/customers/customer-field'
import { StaleChoice } from '@/features/listing/stale-choice'
import { ProjectField } from '@/features/projects/project-field'
import { useTRPC } from '@/trpc/client'
import { useCommand } from '@/trpc/use-command'
import { Button } from '@/ui/button'
import { Callout } from '@/ui/callout'
import { Dialog } from '@/ui/dialog'
import { ErrorSummary } from '@/ui/error-summary'
import { FormField } from '@/ui/form-field'
import { MoneyField } from '@/ui/money-field'
import { TextField } from '@/ui/text-field'
import { TextLink } from '@/ui/text-link'
import { useZodForm } from '@/ui/use-zod-form'
import { OpportunityFields } from './opportunity-fields'
import type { Opportunity } from './opportunity-line'

const FORM = 'edit-opportunity'
const fields = updateOpportunityInput.omit({ commandId: true, opportunityId: true })

/** Edits an opportunity; what its order says is shown and changed there. */
export function EditOpportunityDialog({ number, onClose }: { number: number; onClose: () => void }) {
  const { data } = useQuery(useTRPC().opportunities.get.queryOptions({ number }))
  return data ? <Form opportunity={data} onClose={onClose} /> : null
}

function Form({ opportunity, onClose }: { opportunity: Opportunity; onClose: () => void }) {
  const t = useTranslations('opportunities.edit')
  const words = useTranslations('opportunities.fields')
  const kit = useTranslations('kit')
  const { id, number, orderNumber, customerId, customerName, projectId, projectName, contractId, contractCode } =
    opportunity
  const form = useZodForm(fields, { defaultValues: valuesOf(opportunity) })
  const update = useCommand(useTRPC().opportunities.update, { form, doneMessage: t('done'), onDone: onClose })
  const save = form.handleSubmit(async (values) => void (await update.run({ ...values, opportunityId: id })))
  return (
    <Dialog
      isOpen
      onClose={onClose}
      isPressOutsideIgnored={form.formState.isDirty}
      title={t('title', { number: `${number}` })}
      width="wide"
      footer={
        <>
          <Button onClick={onClose}>{kit('cancel')}</Button>
          <Button type="submit" form={FORM} variant="primary" isPending={update.isPending}>
            {t('submit')}
          </Button>
        </>
      }
    >
      <form id={FORM} noValidate className="grid gap-3" onSubmit={(event) => void save(event)}>
        <ErrorSummary form={form} labelOf={(path) => words(path as 'title')} refusal={update.refusal}>
          <StaleChoice
            refusal={update.refusal}
            onTakeStored={async () => {
              form.reset(valuesOf(opportunity))
              update.reset()
            }}
            onKeepMine={async () => {
              form.setValue('version', opportunity.version)
              await save()
            }}
          />
        </ErrorSummary>
        <FormField control={form.control} name="title">
          {(field) => (
            <TextField
              {...field}
              label={words('title')}
              hint={opportunity.isTitleGenerated ? t('titleHint') : undefined}
              isRequired
              maxLength={300}
            />
          )}
        </FormField>
        {orderNumber !== null ? (
          <Callout tone="info">
            {t.rich('followsOrder', {
              number: `${orderNumber}`,
              order: (chunks) => (
                <TextLink href={`/sales-orders/${orderNumber}`} isNewTab isStrong>
                  {chunks}
                </TextLink>
              ),
            })}
          </Callout>
        ) : (
          <div
            className={`grid gap-3 max-phone:grid-cols-1 ${opportunity.showsContract ? 'grid-cols-2' : 'grid-cols-3'}`}
          >
            <FormField control={form.control} name="customerId">
              {({ value, ...field }) => (
                <CustomerField
                  {...field}
                  value={value ?? ''}
                  label={words('customerId')}
                  isRequired
                  initial={{ id: customerId, name: customerName }}
                />
              )}
            </FormField>
            <FormField control={form.control} name="projectId">
              {({ value, onChange, ...field }) => (
                <ProjectField
                  {...field}
                  value={value ?? ''}
                  onChange={(project) => onChange(project || null)}
                  label={words('projectId')}
                  customerId={customerId}
                  initial={projectId && projectName ? { id: projectId, name: projectName } : null}
                />
              )}
            </FormField>
            {opportunity.showsContract && (
              <FormField control={form.control} name="contractId">
                {({ value, onChange, ...field }) => (
                  <ContractField
                    {...field}
                    value={value ?? ''}
                    onChange={(contract) => onChange(contract || null)}
                    label={words('contractId')}
                    customerId={customerId}
                    initial={contractId && contractCode ? { id: contractId, code: contractCode } : null}
                  />
                )}
              </FormField>
            )}
            {opportunity.valueCents !== null && (
              <FormField control={form.control} name="valueCents">
                {({ value, onChange, ...field }) => (
                  <MoneyField
                    {...field}
                    value={value ?? null}
                    onChange={(cents) => onChange(cents ?? 0)}
                    label={words('valueCents')}
                  />
                )}
              </FormField>
            )}
          </div>
        )}
        <FormProvider {...form}>
          <OpportunityFields />
        </FormProvider>
      </form>
    </Dialog>
  )
}

function valuesOf(opportunity: Opportunity) {
  const { title, version, opportunityTypeId, sourceId, priorityId, ownerId, probability, expectedCloseOn } = opportunity
  const own = { title, version, opportunityTypeId, sourceId, priorityId, ownerId, probability, expectedCloseOn }
  if (opportunity.orderNumber !== null) return own
  const { customerId, projectId, contractId, valueCents } = opportunity
  return { ...own, customerId, projectId, contractId, valueCents: valueCents ?? undefined }
}
