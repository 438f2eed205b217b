export { answerDue, isAnswerLate } from './answer-due.ts'
export { weeklyAverage } from './weekly-average.ts'
