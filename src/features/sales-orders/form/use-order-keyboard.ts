'use client'
import { useTranslations } from 'next-intl'
import { type KeyboardEvent, useEffect } from 'react'
import { useShortcut } from '@/ui/shortcut-provider'
import type { OrderFormApi } from './order-form-values'
import { isPlainEnter } from './plain-enter'

export type OrderKeyboard = { isNew: boolean; submitLabel: string; onSubmit: () => void }

/**
 * A new document starts in its customer (not with a finger, where that would raise the keyboard), Enter in a field of the
 * capa goes to the row that is free, and Ctrl+Enter confirms, unless a service is still being looked for.
 */
export function useOrderKeyboard(form: OrderFormApi, { isNew, submitLabel, onSubmit }: OrderKeyboard) {
  const t = useTranslations('orderForm')
  useEffect(() => {
    if (isNew && window.matchMedia('(pointer: fine)').matches) form.setFocus('header.customerId')
  }, [form, isNew])

  function confirm() {
    const unpicked = unpickedService(form)
    if (unpicked) form.setError(unpicked, { type: 'custom', message: t('serviceUnpicked') })
    else onSubmit()
  }
  useShortcut('mod+enter', confirm, { label: submitLabel })
  return (event: KeyboardEvent) => {
    if (!isPlainEnter(event)) return
    event.preventDefault()
    form.setFocus(`items.${form.getValues('items').length - 1}.serviceId`)
  }
}

/** The field whose words were typed and not turned into a service: confirming would leave them out in silence. */
function unpickedService(form: OrderFormApi) {
  const { activeElement } = document
  if (!(activeElement instanceof HTMLInputElement) || activeElement.value.trim() === '') return null
  const [, index] = /^items\.(\d+)\.serviceId$/.exec(activeElement.name) ?? []
  if (index === undefined) return null
  const path = `items.${Number(index)}.serviceId` as const
  return form.getValues(path) === '' ? path : null
}
