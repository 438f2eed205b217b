export { accessCutoff, accessKeptFor, keptFor, RETENTION_RULES, type RetentionRule, retentionCutoff } from './retention-rules.ts'
