import { z } from 'zod'

export const homeInput = z.strictObject({})
export type Home = z.infer<typeof homeInput>
