'use client'
import { CircleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type ReactNode, useEffect, useRef } from 'react'
import { type FieldErrors, type FieldValues, type UseFormReturn, useFormState } from 'react-hook-form'
import { fieldId, useErrorSentence } from './form-field'

/** What the server refused; the shape of `useCommand().refusal`. */
export type RefusalView = { message: string; blockers: readonly { message: string; field?: string; code?: string }[] }

export type ErrorSummaryProps<Values extends FieldValues, Output> = {
  form: Pick<UseFormReturn<Values, unknown, Output>, 'control'>
  /** The visible label of a field by its path: `items.1.quantity` → "Item 2, Qtd". */
  labelOf: (path: string) => string
  refusal?: RefusalView | null
  /** Ways out of the refusals: links, "Ficar com 18". */
  children?: ReactNode
}

/** Everything that stops the form, at its top: takes the focus after a failed submit and links to the fields. */
export function ErrorSummary<Values extends FieldValues, Output>({
  form,
  labelOf,
  refusal,
  children,
}: ErrorSummaryProps<Values, Output>) {
  const t = useTranslations('kit.errorSummary')
  const { errors, submitCount } = useFormState({ control: form.control })
  const sentence = useErrorSentence()
  const box = useRef<HTMLDivElement>(null)
  const fields = flatten(errors)
  const general = refusal ? generalOf(refusal) : []
  const hasErrors = fields.length > 0 || general.length > 0
  useEffect(() => {
    if ((submitCount > 0 && hasErrors) || refusal) box.current?.focus()
  }, [submitCount, refusal, hasErrors])
  useErrorTitle(hasErrors)
  if (!hasErrors) return null
  return (
    <div
      ref={box}
      tabIndex={-1}
      role="alert"
      className="flex gap-2 rounded-control border border-danger-fg/36 bg-danger-bg px-3 py-2 text-danger-fg focus:outline-2 focus:outline-offset-2 focus:outline-focus"
    >
      <CircleAlert aria-hidden strokeWidth={1.75} className="mt-0.5 size-4 flex-none" />
      <div className="min-w-0 flex-1">
        <p className="font-bold">{fields.length > 0 ? t('title', { count: fields.length }) : t('refused')}</p>
        <ul className="mt-1">
          {fields.map(({ path, message }) => (
            <li key={path}>
              <a href={`#${fieldId(path)}`} className="font-medium text-inherit underline" onClick={focusField}>
                {labelOf(path)}
              </a>
              {': '}
              {sentence(message)}
            </li>
          ))}
          {general.map((message) => (
            <li key={message}>{message}</li>
          ))}
        </ul>
        {children && <div className="mt-2 flex flex-wrap gap-2">{children}</div>}
      </div>
    </div>
  )
}

/** `Erro:` before the document's title while something stops the form. */
function useErrorTitle(hasErrors: boolean) {
  const t = useTranslations('kit.errorSummary')
  useEffect(() => {
    if (!hasErrors) return
    const before = document.title
    document.title = t('documentTitle', { title: before })
    return () => {
      document.title = before
    }
  }, [hasErrors, t])
}

function focusField(event: { currentTarget: HTMLAnchorElement; preventDefault: () => void }) {
  const target = document.getElementById(event.currentTarget.hash.slice(1))
  if (!target) return
  event.preventDefault()
  target.focus()
  target.scrollIntoView({ block: 'center' })
}

function generalOf(refusal: RefusalView): string[] {
  const messages = refusal.blockers.filter((blocker) => !blocker.field).map((blocker) => blocker.message)
  return refusal.blockers.length === 0 ? [refusal.message] : [...new Set(messages)]
}

function flatten(errors: FieldErrors, prefix = ''): { path: string; message: string | undefined }[] {
  return Object.entries(errors).flatMap(([key, error]) => {
    if (!error || typeof error !== 'object') return []
    const path = key === 'root' ? prefix : prefix ? `${prefix}.${key}` : key
    if ('type' in error && typeof error.type === 'string')
      return [{ path, message: typeof error.message === 'string' ? error.message : undefined }]
    return flatten(error as FieldErrors, path)
  })
}
