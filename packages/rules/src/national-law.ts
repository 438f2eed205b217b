import { fingerprint, type Law, lawOf, type Parameter } from '@maillage/kernel'
import * as afterExit from './parameters/after-exit.ts'
import * as annex from './parameters/annex.ts'
import * as applicationTimes from './parameters/application-times.ts'
import * as baseAmounts from './parameters/base-amounts.ts'
import * as bridgeAmounts from './parameters/bridge-amounts.ts'
import * as contractRules from './parameters/contract-rules.ts'
import * as departementPayment from './parameters/departement-payment.ts'
import * as diagnosisValidity from './parameters/diagnosis-validity.ts'
import * as eligibilityCriteria from './parameters/eligibility-criteria.ts'
import * as exitFrames from './parameters/exit-frames.ts'
import * as exitRules from './parameters/exit-rules.ts'
import * as fullTimeEquivalent from './parameters/full-time-equivalent.ts'
import * as hireDates from './parameters/hire-dates.ts'
import * as immersionRules from './parameters/immersion-rules.ts'
import * as jobAidPayment from './parameters/job-aid-payment.ts'
import * as minimumWage from './parameters/minimum-wage.ts'
import * as passDuration from './parameters/pass-duration.ts'
import * as passProlongation from './parameters/pass-prolongation.ts'
import * as passSuspension from './parameters/pass-suspension.ts'
import * as personRights from './parameters/person-rights.ts'
import * as placementLimits from './parameters/placement-limits.ts'
import * as prescriberAuthorisation from './parameters/prescriber-authorisation.ts'
import * as retention from './parameters/retention.ts'
import * as secrecy from './parameters/secrecy.ts'

const parameters: readonly Parameter<unknown>[] = [
  annex,
  eligibilityCriteria,
  diagnosisValidity,
  prescriberAuthorisation,
  passDuration,
  passSuspension,
  passProlongation,
  hireDates,
  applicationTimes,
  contractRules,
  placementLimits,
  immersionRules,
  exitRules,
  exitFrames,
  afterExit,
  fullTimeEquivalent,
  baseAmounts,
  bridgeAmounts,
  jobAidPayment,
  minimumWage,
  departementPayment,
  secrecy,
  retention,
  personRights,
].flatMap((theme): readonly Parameter<unknown>[] => Object.values(theme))

/**
 * The law of the country as Maillage knows it: every dated figure with its source. Its version changes when a figure does.
 * Local decisions are added by `nationalLaw.with(local)`, for derogable parameters only.
 * A day that no text covers throws `NoTextInForce`, which the edge turns into the refusal `law/no-text-in-force`.
 * @example judgeEligibility(nationalLaw, request)
 */
export const nationalLaw: Law = lawOf(fingerprint(parameters), parameters)
