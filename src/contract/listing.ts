import { z } from 'zod'

/** Rows of one page of a list. */
export const pageSizes = [50, 100, 200] as const

/** Totals are exact up to here; above it a list says `10.000+`. */
export const countLimit = 10_000

/** What every list takes: words to find, the page's size and the place where it starts. */
export const listingFields = {
  q: z.string().trim().max(100).default(''),
  limit: z.coerce
    .number()
    .pipe(z.union(pageSizes.map((size) => z.literal(size))))
    .default(50),
  cursor: z.string().max(600).optional(),
}

/** What a combobox asks: words, at most twenty answers. */
export const lookupInput = z.strictObject({ query: z.string().trim().max(100).default('') })
export type Lookup = z.infer<typeof lookupInput>

/** The views of a register, as tabs. */
export const registerViews = ['active', 'inactive', 'all'] as const
export type RegisterView = (typeof registerViews)[number]

type ListingSchema = z.ZodObject<Record<string, z.ZodType>>

/** What a URL says of a list, for page and screen alike; several values are parted by commas. What cannot be read counts as not said. */
export function readListing<Schema extends ListingSchema>(
  schema: Schema,
  params: Record<string, string | string[] | undefined>,
): z.output<Schema> {
  const said = Object.entries(schema.shape).flatMap(([name, field]) => {
    const value = params[name]
    if (typeof value !== 'string') return []
    const readable = [value, value.split(',')].find((reading) => field.safeParse(reading).success)
    return readable === undefined ? [] : [[name, readable]]
  })
  return schema.parse(Object.fromEntries(said))
}
