export { answerFileUpload as POST } from '@/server/api/answer-file-upload'
