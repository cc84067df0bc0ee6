export { answerFile as GET } from '@/server/api/answer-file'
