// Generated from schema/*.schema.json: run `npm run fix` to renew it, do not edit.
import type { Judge } from './violation.ts'

export const judgeSession: Judge
export const judgeTemplate: Judge
