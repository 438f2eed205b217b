import { type CalendarDate, frenchDate, fullYears, normalised } from '@maillage/kernel'
import type { ReadCtx } from '../../../platform/command/read.ts'
import { type Birth, bornWords, type KnownIdentity, knownIdentities, type Sex } from '../../people/index.ts'
import { peopleLayout } from '../layouts/layouts.ts'
import { type CellFault, cellFault, type FileLine } from '../layouts/read-lines.ts'
import { findPerson } from './find-person.ts'
import type { JudgedLine } from './judged-line.ts'
import { splitName } from './split-name.ts'

type PersonLine = FileLine<typeof peopleLayout>

/** What a line says of somebody, as a file is opened with it. */
export interface ToOpen {
  readonly birthName: string
  readonly usageName: string | null
  readonly givenNames: string
  readonly birth: Birth
  readonly sex: Sex | null
  readonly phone: string | null
  readonly email: string | null
  readonly address: string | null
}

export interface JudgedPerson extends JudgedLine {
  readonly opens: ToOpen | null
}

const YOUNGEST = 14
const OLDEST = 110

/** Why a birth is not believed. */
function unlikely({ date }: Birth, today: CalendarDate): string | undefined {
  if (date === null) return undefined
  if (date > today) return `le ${frenchDate(date)} est à venir`
  const age = fullYears(date, today)
  return age < YOUNGEST || age > OLDEST
    ? `cette personne aurait ${age} ans. Corrigez, ou ajoutez-la depuis l’écran des personnes`
    : undefined
}

function judgeOne(people: readonly KnownIdentity[], today: CalendarDate, line: PersonLine): JudgedPerson {
  const { rank, typed, values } = line
  const faults: CellFault[] = [...line.faults]
  const fault = (column: keyof typeof peopleLayout, why: string) => faults.push(cellFault(peopleLayout, rank, column, why))
  const split = values.birthName === null && values.fullName !== null ? splitName(values.fullName) : undefined
  if (values.birthName === null && values.fullName !== null && !split)
    fault('birthName', `« ${values.fullName} » ne dit pas où finit le nom. Écrivez le nom ici, et les prénoms à côté`)
  const birthName = values.birthName ?? split?.birthName ?? null
  const givenNames = values.givenNames ?? split?.givenNames ?? null
  const birth = values.birthDate
  const why = birth && unlikely(birth, today)
  if (why) fault('birthDate', why)
  if (birthName !== null && givenNames === null && !faults.some(({ column }) => column === 'givenNames'))
    fault('givenNames', 'il n’y a rien. Complétez')
  const address = [values.address, [values.postcode, values.town].filter(Boolean).join(' ')].filter(Boolean).join(', ') || null
  const who = [givenNames, (values.usageName ?? birthName)?.toLocaleUpperCase('fr')].filter(Boolean).join(' ') || (values.fullName ?? '–')
  const contact = [values.phone, values.email, address].filter(Boolean).join(' · ')
  const told = [birth ? bornWords(birth, values.sex) : '', contact].filter(Boolean).join(' · ') || '–'
  const judged: JudgedPerson = { rank, typed, who, told, state: 'refused', faults, notes: [], opens: null }
  if (faults.length > 0 || birthName === null || givenNames === null || birth === null) return judged
  const { found, otherBirths } = findPerson(people, {
    birthName,
    givenNames,
    usageName: values.usageName,
    fullName: null,
    birthDate: birth,
  })
  if (found.length > 0) return { ...judged, who: found[0]?.displayName ?? who, state: 'known' }
  return {
    ...judged,
    state: 'new',
    notes:
      otherBirths > 0
        ? ['Vos équipes suivent déjà quelqu’un de ce nom, né à une autre date : vérifiez que ce n’est pas la même personne.']
        : [],
    opens: {
      birthName,
      usageName: values.usageName,
      givenNames,
      birth,
      sex: values.sex,
      phone: values.phone,
      email: values.email,
      address,
    },
  }
}

/** Holds each line of a file of people against those whom the teams follow, and against the lines above. One statement. */
export async function judgePeopleFile(ctx: Pick<ReadCtx, 'tx' | 'today'>, lines: readonly PersonLine[]): Promise<readonly JudgedPerson[]> {
  const people = await knownIdentities(ctx)
  const seen = new Map<string, number>()
  return lines.map((line) => {
    const judged = judgeOne(people, ctx.today, line)
    if (!judged.opens) return judged
    const { birthName, givenNames, birth } = judged.opens
    const key = `${normalised(birthName)}/${normalised(givenNames).split(' ')[0]}/${birth.date}`
    const first = seen.get(key)
    if (first === undefined) {
      seen.set(key, line.rank)
      return judged
    }
    const faults = [
      cellFault(peopleLayout, line.rank, 'birthName', `la ligne ${first} nomme déjà cette personne. Laissez celle-ci de côté`),
    ]
    return { ...judged, state: 'refused', opens: null, faults }
  })
}
