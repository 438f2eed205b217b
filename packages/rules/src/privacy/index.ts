export { answerDue, isAnswerLate } from './answer-due.ts'
