import errors from './pt-BR/errors.json'
import kit from './pt-BR/kit.json'
import members from './pt-BR/members.json'
import permissions from './pt-BR/permissions.json'
import session from './pt-BR/session.json'
import shell from './pt-BR/shell.json'
import tokens from './pt-BR/tokens.json'
import transport from './pt-BR/transport.json'

/** All the words, one file per noun: a new noun adds its import and its line here. */
export const messages = {
  errors,
  kit,
  members,
  permissions,
  session,
  shell,
  tokens,
  transport,
}

export type Messages = typeof messages
