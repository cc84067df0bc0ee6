export { answerHealth as GET } from '@/server/api/answer-health'

export const dynamic = 'force-dynamic'
