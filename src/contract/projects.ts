import { z } from 'zod'
import { commandInput } from './errors'
import { listingFields, lookupInput, registerViews } from './listing'
import { requiredText } from './text-fields'

export const projectSorts = ['name', '-name', 'number', '-number'] as const

export const listProjectsInput = z.strictObject({
  ...listingFields,
  view: z.enum(registerViews).default('active'),
  customerId: z.uuid().optional(),
  sort: z.enum(projectSorts).default('-number'),
})
export type ListProjects = z.infer<typeof listProjectsInput>

/** A project is addressed by its number, which stands in the URL. */
export const getProjectInput = z.strictObject({ number: z.int().positive() })
export type GetProject = z.infer<typeof getProjectInput>

/** With a customer, its own projects come first. */
export const lookupProjectsInput = lookupInput.extend({ customerId: z.uuid().optional() })
export type LookupProjects = z.infer<typeof lookupProjectsInput>

export const projectFields = z.strictObject({
  name: requiredText(120),
  customerId: z.uuid().nullable().default(null),
  isActive: z.boolean().default(true),
})

export const createProjectInput = projectFields.omit({ isActive: true }).extend(commandInput.shape)
export type CreateProject = z.infer<typeof createProjectInput>

export const updateProjectInput = projectFields.extend({
  ...commandInput.shape,
  id: z.uuid(),
  version: z.int().positive(),
})
export type UpdateProject = z.infer<typeof updateProjectInput>
