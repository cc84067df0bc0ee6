export { answerDocument as GET } from '@/server/api/answer-document'
