export { answerRequest as GET, answerRequest as POST } from '@/server/api/answer-request'
