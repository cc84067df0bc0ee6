import type { inferRouterOutputs } from '@trpc/server'
import type { AppRouter } from '@/server/api/root'

/** All small registers, as the page reads them. */
export type Registers = inferRouterOutputs<AppRouter>['registers']['list']

type Pipeline = Registers['pipelines'][number]

/** One row of some register; which fields it has depends on its kind. */
export type RegisterRow = { id: string; name: string; isActive: boolean; version: number } & Partial<
  Pick<Pipeline['stages'][number], 'pipelineId' | 'probability'> &
    Pick<Registers['unitsOfMeasure'][number], 'code' | 'allowsFractions'> &
    Pick<Registers['paymentTerms'][number], 'dayOffsets'> &
    Pick<
      Registers['taskTypes'][number],
      'requiresReport' | 'requiredPhotos' | 'requiresSignature' | 'requiresLocation' | 'checklist'
    >
>
