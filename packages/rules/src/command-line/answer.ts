import type { Explained, Outcome, Refusal, RefusalDetails, Sensitivity, Source, Step, Verdict } from '@maillage/kernel'
import type { Anomaly } from '../reasons.ts'
import { distinctSources, writtenDetails } from './write.ts'

/** A reason of an answer: its code, its French sentence, what the sentence quotes. */
export interface WrittenReason {
  readonly code: string
  readonly sentence: string
  readonly details: Readonly<Record<string, unknown>>
  readonly sensitivity?: Sensitivity
}

/** What a rule answers on one line. */
export interface Answer {
  readonly verdict?: 'granted' | 'refused' | 'undetermined'
  readonly value?: unknown
  readonly missing?: readonly string[]
  readonly refusals?: readonly WrittenReason[]
  readonly anomalies?: readonly WrittenReason[]
  readonly toolObjections?: readonly WrittenReason[]
  readonly because?: readonly WrittenReason[]
  /** Those that the rule itself names; what it read in the law is added to them. */
  readonly sources?: readonly Source[]
}

type Sentence<Code extends string> = (reason: { readonly code: Code; readonly details?: RefusalDetails }) => string
type StepSentence<Code extends string> = (step: { readonly code: Code; readonly inputs: Step['inputs'] }) => string

/** Refusals, anomalies or objections, written with the sentences of their slice. */
export function writtenReasons<Code extends string>(
  reasons: readonly (Refusal<Code> | Anomaly<Code>)[],
  sentence: Sentence<Code>,
): WrittenReason[] {
  return reasons.map((each) => ({ code: each.code, sentence: sentence(each), details: writtenDetails(each.details ?? {}) }))
}

function writtenSteps<Code extends string>(steps: readonly Step<Code>[], sentence: StepSentence<Code>): WrittenReason[] {
  return steps.map(({ code, inputs, sensitivity }) => ({
    code,
    sentence: sentence({ code, inputs }),
    details: writtenDetails(inputs),
    ...(sensitivity === 'ordinary' ? {} : { sensitivity }),
  }))
}

/** A value that says how it was found. */
export function explainedAnswer<T, Code extends string>(
  { value, because }: Explained<T, Code>,
  write: (value: T) => unknown,
  sentence: StepSentence<Code>,
): Answer {
  const steps = because()
  return { value: write(value), because: writtenSteps(steps, sentence), sources: distinctSources(steps.map((each) => each.source)) }
}

/** A request granted, with what it brings, or refused with every reason. */
export function outcomeAnswer<T, Code extends string>(
  outcome: Outcome<T, Code>,
  write: (value: T) => unknown,
  sentence: Sentence<Code>,
): Answer {
  return outcome.ok
    ? { verdict: 'granted', value: write(outcome.value) }
    : {
        verdict: 'refused',
        refusals: writtenReasons(outcome.refusals, sentence),
        sources: distinctSources(outcome.refusals.map((each) => each.source)),
      }
}

/** A verdict: granted by something, refused, or undetermined with what is missing. */
export function verdictAnswer<Carried, Code extends string, Missing extends string>(
  verdict: Verdict<Carried, Code, Missing>,
  write: (carried: Carried) => unknown,
  sentence: Sentence<Code>,
): Answer {
  if (verdict.state === 'granted') return { verdict: 'granted', value: write(verdict.carriedBy) }
  return {
    verdict: verdict.state,
    ...(verdict.state === 'undetermined' ? { missing: verdict.missing } : {}),
    refusals: writtenReasons(verdict.refusals, sentence),
    sources: distinctSources(verdict.refusals.map((each) => each.source)),
  }
}

/** Facts as recorded, with what is wrong in them. */
export function anomalyAnswer<Code extends string>(anomalies: readonly Anomaly<Code>[], sentence: Sentence<Code>): Answer {
  return { anomalies: writtenReasons(anomalies, sentence), sources: distinctSources(anomalies.map((each) => each.source)) }
}
