export { answerImport as POST } from '@/server/api/answer-import'
