'use client'
import { useTranslations } from 'next-intl'
import type { UseFormReturn } from 'react-hook-form'
import type { z } from 'zod'
import type { RegisterKind } from '@/contract/registers'
import { Checkbox } from '@/ui/checkbox'
import { FormField } from '@/ui/form-field'
import { FormGrid } from '@/ui/form-grid'
import { FormTextField } from '@/ui/form-text-field'
import { LinesField } from '@/ui/lines-field'
import { WholeNumberField } from '@/ui/whole-number-field'
import { DayOffsetsField } from './day-offsets-field'
import type { registerFormSchema } from './register-form'

type Form = UseFormReturn<z.input<typeof registerFormSchema>, unknown, z.output<typeof registerFormSchema>>

const demands = ['requiresReport', 'requiresSignature', 'requiresLocation'] as const

/** The fields of one kind of register; the name comes first, save where a code does. */
export function RegisterFields({ kind, form: { control } }: { kind: RegisterKind; form: Form }) {
  const t = useTranslations('registers.form')
  return (
    <FormGrid>
      {kind === 'unitsOfMeasure' && (
        <FormTextField
          control={control}
          name="entry.code"
          label={t('code')}
          maxLength={6}
          className="col-span-2"
          hasAutoFocus
          isRequired
        />
      )}
      <FormTextField
        control={control}
        name="entry.name"
        label={t('name')}
        maxLength={80}
        className="col-span-5"
        hasAutoFocus={kind !== 'unitsOfMeasure'}
        isRequired
      />
      {kind === 'stages' && (
        <FormField control={control} name="entry.probability">
          {({ value, onChange, ...field }) => (
            <WholeNumberField
              {...field}
              value={value ?? null}
              label={t('probability')}
              suffix="%"
              onChange={(percent) => onChange(percent ?? Number.NaN)}
              className="col-span-2"
              isRequired
            />
          )}
        </FormField>
      )}
      {kind === 'unitsOfMeasure' && (
        <FormField control={control} name="entry.allowsFractions">
          {({ value, ...field }) => (
            <Checkbox
              {...field}
              value={value ?? false}
              label={t('allowsFractions')}
              className="col-span-5 self-end pb-1.5"
            />
          )}
        </FormField>
      )}
      {kind === 'paymentTerms' && (
        <FormField control={control} name="entry.dayOffsets">
          {({ value, ...field }) => (
            <DayOffsetsField
              {...field}
              value={value ?? []}
              label={t('dayOffsets')}
              hint={t('dayOffsetsHint')}
              className="col-span-4"
              isRequired
            />
          )}
        </FormField>
      )}
      {kind === 'taskTypes' && (
        <>
          <FormField control={control} name="entry.requiredPhotos">
            {({ value, onChange, ...field }) => (
              <WholeNumberField
                {...field}
                value={value ?? 0}
                label={t('requiredPhotos')}
                onChange={(count) => onChange(count ?? 0)}
                className="col-span-2"
              />
            )}
          </FormField>
          <div className="col-span-5 flex flex-wrap gap-x-6 gap-y-1 self-end pb-1.5">
            {demands.map((demand) => (
              <FormField key={demand} control={control} name={`entry.${demand}`}>
                {({ value, ...field }) => <Checkbox {...field} value={value ?? false} label={t(demand)} />}
              </FormField>
            ))}
          </div>
          <FormField control={control} name="entry.checklist">
            {({ value, ...field }) => (
              <LinesField
                {...field}
                value={value ?? []}
                label={t('checklist')}
                hint={t('checklistHint')}
                rows={3}
                className="col-span-7"
                isOptional
              />
            )}
          </FormField>
        </>
      )}
    </FormGrid>
  )
}
