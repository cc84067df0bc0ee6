import { v7 } from 'uuid'

/** A time-ordered UUID (version 7), the kind every id and command of the product has. */
export const uuidv7 = (): string => v7()
