export { type AidMonth, type AidRequest, type AnnexAid, type AwaitedMonth, annexAid, type WorkedMonth } from './annex-aid.ts'
export type { FinancingAnomalies, FinancingAnomaly } from './anomaly-codes.ts'
export { type Consumption, consumption } from './consumption.ts'
export {
  type AciEmployee,
  type Caom,
  type DepartementMonth,
  departementMonth,
  type EmployeePayment,
  monthlyShareOfRsa,
  rsaPayer,
} from './departement-payment.ts'
export { type EitiMonth, eitiMonth } from './eiti-month.ts'
export { centiHoursOfOneFte, type FteBasis, fteOfHours, monthlyFteOfHours } from './fte-of-hours.ts'
export { inclusionContractPercent } from './inclusion-contract-percent.ts'
export { type ModulatedPart, type ModulationNotice, modulatedPart } from './modulated-part.ts'
export { annexAmount, type PaymentSchedule, paymentSchedule, type ScheduledPayment } from './payment-schedule.ts'
export { type ProjectedAid, projectAid } from './projected-aid.ts'
export { type ProjectedAmount, projectUnitAmount } from './projected-amount.ts'
export type { FinancingSteps } from './steps.ts'
export { type Priced, supervisionPart, type UnitAmount, unitAmount } from './unit-amount.ts'
export { financingAnomalySentence, financingStepSentence, notDueLabels } from './wording.fr.ts'
