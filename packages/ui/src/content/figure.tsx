import type { ComponentChildren } from 'preact'

/** Why a figure cannot be given. It is then never shown as zero. */
export type Unavailable = 'not-applicable' | 'too-few' | 'too-early' | 'not-declared'

const WORDS: Record<Unavailable, { readonly short: string; readonly long: string }> = {
  'not-applicable': { short: 'Sans objet', long: 'Cette mesure ne concerne pas cette structure.' },
  'too-few': { short: 'Trop peu', long: 'Trop peu de personnes pour donner un chiffre sans les désigner.' },
  'too-early': { short: 'Trop tôt', long: 'La période n’est pas finie\u202f; le chiffre viendra.' },
  'not-declared': { short: 'Non déclaré', long: 'La structure n’a pas encore déclaré ce qu’il faut pour le calculer.' },
}

interface Props {
  readonly label: string
  /** Already formatted, by the French formats of the kernel. */
  readonly value?: string | undefined
  readonly unit?: string | undefined
  readonly unavailable?: Unavailable | undefined
  /** Why there is no value, when more is known than the usual sentence. */
  readonly because?: string | undefined
  /** One line of context: the period, the comparison. */
  readonly detail?: ComponentChildren
  /** A `Why`. */
  readonly why?: ComponentChildren
}

/**
 * A key figure, or the reason why there is none.
 * @example <Figure label="ETP réalisés" value="12,4" unit="ETP" detail="sur 14 conventionnés" why={<Why … />} />
 */
export function Figure({ label, value, unit, unavailable, because, detail, why }: Props) {
  const missing = unavailable ?? (value === undefined ? 'not-declared' : undefined)
  return (
    <div class="m-figure">
      <p class="m-figure-label">{label}</p>
      {missing ? (
        <>
          <p class="m-figure-value m-figure-unavailable">{WORDS[missing].short}</p>
          <p class="m-figure-detail">{because ?? WORDS[missing].long}</p>
        </>
      ) : (
        <p class="m-figure-value">
          {value}
          {unit ? <span class="m-figure-unit">{`\u00a0${unit}`}</span> : null}
        </p>
      )}
      {detail ? <p class="m-figure-detail">{detail}</p> : null}
      {why}
    </div>
  )
}
