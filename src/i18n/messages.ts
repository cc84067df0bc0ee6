import errors from './pt-BR/errors.json'
import kit from './pt-BR/kit.json'
import shell from './pt-BR/shell.json'
import transport from './pt-BR/transport.json'

/** All the words, one file per noun: a new noun adds its import and its line here. */
export const messages = {
  errors,
  kit,
  shell,
  transport,
}

export type Messages = typeof messages
