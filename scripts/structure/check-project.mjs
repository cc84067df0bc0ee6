import { checkAppFiles } from './app-files.mjs'
import { checkContractFields } from './contract-fields.mjs'
import { checkDatabaseAccess } from './database-access.mjs'
import { checkDomainFiles } from './domain-files.mjs'
import { checkEnvironment } from './environment.mjs'
import { checkFileLength } from './file-length.mjs'
import { checkFloors } from './floors.mjs'
import { checkForeignWords } from './foreign-words.mjs'
import { checkMessages } from './messages.mjs'
import { checkNames } from './names.mjs'
import { checkNounOrder } from './noun-order.mjs'
import { checkRouters } from './routers.mjs'
import { checkSingleWriter } from './single-writer.mjs'

const CHECKS = [
  checkAppFiles,
  checkDomainFiles,
  checkNames,
  checkFileLength,
  checkFloors,
  checkNounOrder,
  checkSingleWriter,
  checkRouters,
  checkDatabaseAccess,
  checkMessages,
  checkEnvironment,
  checkContractFields,
  checkForeignWords,
]

/**
 * @param {import('./source-file.mjs').SourceFile[]} files all files of the project
 * @returns {import('./source-file.mjs').Finding[]} what breaks the structure, in the order of files and lines
 */
export function checkProject(files) {
  const findings = CHECKS.flatMap((check) => check(files))
  return findings.sort((a, b) => a.file.localeCompare(b.file) || (a.line ?? 0) - (b.line ?? 0))
}
