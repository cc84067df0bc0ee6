import { setUpDatabase } from './database/set-up-database'

const urls = await setUpDatabase(process.env)
process.send?.({ urls })
