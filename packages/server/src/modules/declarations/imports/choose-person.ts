import { bornWords, type KnownIdentity } from '../../people/index.ts'
import type { CellFault } from '../layouts/read-lines.ts'
import type { findPerson, NamedPerson } from './find-person.ts'
import { nameTyped } from './find-person.ts'
import { CHOSEN_PERSON, LEFT_ASIDE } from './judged-line.ts'

interface Asked {
  readonly rank: number
  readonly named: NamedPerson
  /** Whom somebody chose on screen. */
  readonly chosen: string | undefined
  readonly found: ReturnType<typeof findPerson>
  /** Those of the structure; null: everybody whom the teams hold. */
  readonly among: ReadonlySet<string> | null
  /** Why somebody outside is not taken. */
  readonly outside: (name: string) => string
}

type Chosen =
  | { readonly person: KnownIdentity }
  | { readonly faults: readonly CellFault[]; readonly candidates?: readonly { readonly value: string; readonly label: string }[] }

const optionOf = ({ id, displayName, birth, sex }: KnownIdentity) => ({ value: id, label: `${displayName}, ${bornWords(birth, sex)}` })

/** The one person that a line is about, or the sentence that says why it is not known who. */
export function choosePerson({ rank, named, chosen, found: { found, otherBirths }, among, outside }: Asked): Chosen {
  const fault = (why: string): CellFault => ({ column: CHOSEN_PERSON, text: `Ligne ${rank} : ${why}.` })
  const here = among === null ? found : found.filter(({ id }) => among.has(id))
  const picked = here.find(({ id }) => id === chosen)
  const [only, another] = here
  if (picked) return { person: picked }
  if (only && !another) return { person: only }
  if (only)
    return {
      faults: [
        fault(
          `${here.length} personnes portent le nom « ${nameTyped(named)} ». Choisissez laquelle, ou ajoutez la date de naissance au fichier`,
        ),
      ],
      candidates: here.map(optionOf),
    }
  // Well known, and elsewhere: no other spelling would help.
  if (found[0]) return { faults: [{ ...fault(outside(found[0].displayName)), column: LEFT_ASIDE }] }
  if (otherBirths > 0)
    return {
      faults: [
        fault(`vos équipes suivent une personne du nom de « ${nameTyped(named)} », née à une autre date. Vérifiez la date de naissance`),
      ],
    }
  return {
    faults: [
      fault(`vos équipes ne suivent personne du nom de « ${nameTyped(named)} ». Vérifiez l’orthographe, ou ajoutez d’abord la personne`),
    ],
  }
}
