import { type NameInCode, wordsOf } from './names-in-code.ts'

interface Trap {
  /** Words in a row that a name must not hold. */
  readonly words: string
  readonly unlessFollowedBy?: string
  readonly instead: string
}

/** The traps of the sector's vocabulary: false friends first, then French words that have an English name in docs/glossary.md. */
const TRAPS: readonly Trap[] = [
  { words: 'brake', instead: 'barrier for a frein' },
  { words: 'balance', unlessFollowedBy: 'sheet', instead: 'review for a bilan, balanceSheet for the accounts, finalPayment for a solde' },
  { words: 'delay', instead: 'timeLimit for a délai, responseTime or entryTime for how long it took' },
  { words: 'user', instead: 'hostClient for the client of a placement, account, member or person otherwise' },
  { words: 'coaching', instead: 'accompaniment' },
  { words: 'accreditation', instead: 'authorisation for an habilitation' },
  { words: 'neutral exit', instead: 'excludedExit' },
  { words: 'private notes', instead: 'workingNotes' },
  { words: 'collective convention', instead: 'collectiveAgreement' },
  { words: 'technical manager', instead: 'technicalSupervisor' },
  { words: 'frein', instead: 'barrier' },
  { words: 'bilan', instead: 'review' },
  { words: 'sortie', instead: 'exit' },
  { words: 'avenant', instead: 'annexAmendment or contractAmendment' },
  { words: 'agrement', instead: 'legacyApproval' },
  { words: 'carence', instead: 'waitingPeriod' },
  { words: 'candidature', instead: 'application' },
  { words: 'parcours', instead: 'pathway' },
  { words: 'recours', instead: 'appeal' },
  { words: 'seance', instead: 'meeting' },
  { words: 'porteur', instead: 'carrier' },
]

function isCaught(name: string, { words, unlessFollowedBy }: Trap): boolean {
  const said = ` ${wordsOf(name).join(' ')} `
  return said.replaceAll(` ${words} ${unlessFollowedBy ?? ''} `, ' ').includes(` ${words} `) || said.includes(` ${words}s `)
}

/** One sentence for each name that says another thing than it means. */
export function forbiddenNames(names: readonly NameInCode[]): string[] {
  return names.flatMap(({ name, file, line }) =>
    TRAPS.filter((trap) => isCaught(name, trap)).map(
      (trap) => `${file}, line ${line}: the name ${name} says "${trap.words}". Write ${trap.instead} (docs/glossary.md).`,
    ),
  )
}
