export { answerPolicyReport as POST } from '@/server/api/answer-policy-report'
