import { answerLine } from './command-line/answer-line.ts'
import { nationalLaw } from './national-law.ts'

// The only file of the rules that reads and writes: JSON lines in, JSON lines out, in the same order. `npm run -s rules < questions.jsonl`.
let rest = ''
const said = (line: string) => (line.trim() === '' ? '' : `${answerLine(nationalLaw, line)}\n`)

process.stdin.setEncoding('utf8')
for await (const chunk of process.stdin) {
  const lines = (rest + String(chunk)).split('\n')
  rest = lines.pop() ?? ''
  const answers = lines.map(said).join('')
  // A reader slower than us is waited for.
  if (answers !== '' && !process.stdout.write(answers)) await new Promise<void>((resume) => process.stdout.once('drain', () => resume()))
}
process.stdout.write(said(rest))
