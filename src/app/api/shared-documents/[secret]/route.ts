export { answerSharedDocument as GET } from '@/server/api/answer-shared-document'
