export { answerSignIn as GET, answerSignIn as POST } from '@/server/auth/answer-sign-in'
