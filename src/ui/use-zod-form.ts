'use client'
import { zodResolver } from '@hookform/resolvers/zod'
import { useTranslations } from 'next-intl'
import { type FieldValues, type UseFormProps, type UseFormReturn, useForm } from 'react-hook-form'
import type { z } from 'zod'

/**
 * A form over a contract schema: validates when submitted and again as fields change, focuses the first error.
 * Messages come from the catalogue; a schema's own message that is an error code is translated by `FormField`.
 */
export function useZodForm<Input extends FieldValues, Output>(
  schema: z.ZodType<Output, Input>,
  options: Omit<UseFormProps<Input, unknown, Output>, 'resolver'> = {},
): UseFormReturn<Input, unknown, Output> {
  const t = useTranslations('kit.validation')
  return useForm<Input, unknown, Output>({
    mode: 'onSubmit',
    reValidateMode: 'onChange',
    shouldFocusError: false,
    ...options,
    resolver: zodResolver(schema, { error: (issue) => sentenceOf(issue, t) }),
  })
}

type Issue = {
  code?: string
  input?: unknown
  expected?: unknown
  format?: unknown
  origin?: unknown
  minimum?: unknown
  maximum?: unknown
}

function sentenceOf(issue: Issue, t: ReturnType<typeof useTranslations<'kit.validation'>>): string {
  const isEmpty = issue.input === undefined || issue.input === null || issue.input === ''
  if (isEmpty) return t('required')
  const minimum = Number(issue.minimum)
  const maximum = Number(issue.maximum)
  const isText = issue.origin === 'string'
  const isList = issue.origin === 'array' || issue.origin === 'set'
  switch (issue.code) {
    case 'too_small':
      return isText ? t('tooShort', { minimum }) : isList ? t('tooFew', { minimum }) : t('tooSmall', { minimum })
    case 'too_big':
      return isText ? t('tooLong', { maximum }) : isList ? t('tooMany', { maximum }) : t('tooBig', { maximum })
    case 'invalid_value':
      return t('choose')
    case 'invalid_format':
      return issue.format === 'email' ? t('email') : issue.format === 'date' ? t('date') : t('invalid')
    case 'invalid_type':
      return issue.expected === 'int' ? t('whole') : t('invalid')
    default:
      return t('invalid')
  }
}
