import { searchRecordsInput } from '@/contract/search'
import { searchRecords } from '@/server/domain/search/search-records'
import { question, router } from './trpc'

export const searchRouter = router({
  records: question(searchRecordsInput, searchRecords),
})
