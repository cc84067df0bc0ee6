import { z } from 'zod'
import { commandInput } from './errors'

export const getSystemInput = z.strictObject({})

/** The queue numbers its jobs. */
export const retryJobInput = commandInput.extend({ job: z.int().positive() }).strict()
export type RetryJob = z.infer<typeof retryJobInput>
