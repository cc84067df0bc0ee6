import { z } from 'zod'
import { commandInput } from './errors'

export const getSystemInput = z.strictObject({})

/** The queue numbers its jobs; as text, for a number of this size has no exact value in the browser. */
export const retryJobInput = commandInput.extend({ job: z.string().regex(/^\d{1,18}$/) }).strict()
export type RetryJob = z.infer<typeof retryJobInput>
