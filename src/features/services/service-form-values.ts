import type { inferRouterOutputs } from '@trpc/server'
import type { UseFormReturn } from 'react-hook-form'
import { z } from 'zod'
import { serviceFields } from '@/contract/services'
import type { AppRouter } from '@/server/api/root'

export type Service = inferRouterOutputs<AppRouter>['services']['get']
export type ServiceOptions = inferRouterOutputs<AppRouter>['services']['options']

/** The form also keeps which version it shows; a new service has none. */
export const serviceFormSchema = serviceFields.extend({ version: z.int().positive().optional() })
export type ServiceFormOutput = z.output<typeof serviceFormSchema>
/** As the schema takes it, but a price may still be missing. */
export type ServiceFormValues = z.input<typeof serviceFormSchema>
export type ServiceFormApi = UseFormReturn<ServiceFormValues, unknown, ServiceFormOutput>

/** What the form starts with: a stored service, or a new one in the first active unit. */
export function serviceFormValues(service: Service | null, options: ServiceOptions): ServiceFormValues {
  const firstUnit = options.units.find(({ code }) => code === 'UN') ?? options.units.find(({ isActive }) => isActive)
  return {
    version: service?.version,
    code: service?.code ?? '',
    description: service?.description ?? '',
    kind: service?.kind === 'goods' ? 'goods' : 'service',
    unitOfMeasureId: service?.unitOfMeasureId ?? firstUnit?.id ?? '',
    unitPriceCents: service?.unitPriceCents ?? 0,
    nationalServiceCode: service?.nationalServiceCode ?? '',
    nbsCode: service?.nbsCode ?? '',
    issRateBasisPoints: service?.issRateBasisPoints ?? null,
    issWithheld: service?.issWithheld ?? false,
    taskTypeId: service?.taskTypeId ?? null,
    granularity: serviceFields.shape.granularity.parse(service?.granularity ?? null),
    requiresReport: service?.requiresReport ?? null,
    requiredPhotos: service?.requiredPhotos ?? null,
    requiresSignature: service?.requiresSignature ?? null,
    requiresLocation: service?.requiresLocation ?? null,
    checklist: service?.checklist ?? null,
    durationMinutes: service?.durationMinutes ?? null,
    instructions: service?.instructions ?? '',
  }
}
