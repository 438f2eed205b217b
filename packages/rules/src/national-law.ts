import { fingerprint, type Law, lawOf, type Parameter } from '@maillage/kernel'
import * as applicationTimes from './parameters/application-times.ts'
import * as diagnosisValidity from './parameters/diagnosis-validity.ts'
import * as eligibilityCriteria from './parameters/eligibility-criteria.ts'
import * as hireDates from './parameters/hire-dates.ts'
import * as passDuration from './parameters/pass-duration.ts'
import * as passProlongation from './parameters/pass-prolongation.ts'
import * as passSuspension from './parameters/pass-suspension.ts'
import * as prescriberAuthorisation from './parameters/prescriber-authorisation.ts'

const parameters: readonly Parameter<unknown>[] = [
  eligibilityCriteria,
  diagnosisValidity,
  prescriberAuthorisation,
  passDuration,
  passSuspension,
  passProlongation,
  hireDates,
  applicationTimes,
].flatMap((theme): readonly Parameter<unknown>[] => Object.values(theme))

/**
 * The law of the country as Maillage knows it: every dated figure with its source. Its version changes when a figure does.
 * Local decisions are added by `nationalLaw.with(local)`, for derogable parameters only.
 * A day that no text covers throws `NoTextInForce`, which the edge turns into the refusal `law/no-text-in-force`.
 * @example judgeEligibility(nationalLaw, request)
 */
export const nationalLaw: Law = lawOf(fingerprint(parameters), parameters)
