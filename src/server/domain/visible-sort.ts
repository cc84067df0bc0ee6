import type { Ctx } from './context'

/** The order that a list was asked for, or `plain` where the order itself, or its cursor, would tell values to somebody who may not see them. */
export function visibleSort<Sort extends string>({ actor }: Pick<Ctx, 'actor'>, sort: Sort, plain: Sort): Sort {
  return sort.endsWith('total') && !actor.permissions.has('values.read') ? plain : sort
}
