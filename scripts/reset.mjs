import './machine/project-folder.mjs'
import { removeOwnDatabase } from './database/own-database.mjs'

try {
  if (process.env.DATABASE_URL) throw new Error('DATABASE_URL is set: only the embedded database can be removed.')
  await removeOwnDatabase()
  console.log('The embedded database is gone; npm start makes a new one.')
} catch (error) {
  console.error(error.message)
  process.exitCode = 1
}
