'use client'
import { useZodForm } from '@/ui/use-zod-form'
import { type OrderFormApi, type OrderFormValues, orderFormSchema } from './order-form-values'

/** The form of capa and rows, for orders and quotes. Half-typed rows are wider than what the schema lets through. */
export function useOrderForm(defaultValues: OrderFormValues): OrderFormApi {
  return useZodForm(orderFormSchema as never, { defaultValues })
}
