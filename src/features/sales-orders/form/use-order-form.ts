'use client'
import { useZodForm } from '@/ui/use-zod-form'
import { type OrderFormApi, type OrderFormValues, orderFormSchema } from './order-form-values'

/** The form of capa and rows, for orders and quotes. */
export function useOrderForm(defaultValues: OrderFormValues): OrderFormApi {
  return useZodForm(orderFormSchema, { defaultValues })
}
