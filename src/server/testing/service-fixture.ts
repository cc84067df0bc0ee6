import { eq } from 'drizzle-orm'
import { createServiceInput } from '@/contract/services'
import { uuidv7 } from '@/lib/uuid'
import { unitsOfMeasure } from '@/server/db/tables/services'
import type { Ctx } from '@/server/domain/context'
import { createService } from '@/server/domain/services/create-service'

/** The input of a new service as a screen sends it, in units of `unitCode`. */
export async function serviceInput(ctx: Ctx, fields: object = {}, unitCode = 'UN') {
  const [unit] = await ctx.tx
    .select({ id: unitsOfMeasure.id })
    .from(unitsOfMeasure)
    .where(eq(unitsOfMeasure.code, unitCode))
  return createServiceInput.parse({
    commandId: uuidv7(),
    code: 'CAM-01',
    description: 'Instalação de câmera',
    unitOfMeasureId: unit?.id,
    unitPriceCents: 28_000,
    ...fields,
  })
}

/** Makes a service through its verb. */
export const makeService = async (ctx: Ctx, fields: object = {}) => createService(ctx, await serviceInput(ctx, fields))
