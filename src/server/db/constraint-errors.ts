import type { ErrorCode, RefusalParams } from '@/contract/errors'
import { databaseError, doorError } from './database-error'

/**
 * What a broken constraint means to the caller. Verbs explain beforehand and with every detail; this is the answer when a
 * rule was overtaken by somebody else between the explanation and the write. So the sentences of these codes need no details.
 */
export const constraintErrors: Readonly<Record<string, ErrorCode>> = {
  ...each('ALREADY_EXISTS', [
    'access_token_once',
    'invitation_mail_token_once',
    'invitation_token_once',
    'document_link_token_once',
    'password_link_token_once',
    'contract_code_once',
    'customer_number_once',
    'customer_tax_id_once',
    'invoice_number_once',
    'opportunity_number_once',
    'project_number_once',
    'quote_number_once',
    'sales_order_number_once',
    'service_code_once',
    'session_token_once',
    'simulated_access_key_once',
    'unit_of_measure_code_once',
    // Keys that others point to: their id repeats only when a row is written twice.
    'customer_addresses_of_customer',
    'customer_contacts_of_customer',
    'invoice_of_order',
    'opportunity_of_order',
    'sales_order_item_of_order',
    'stage_of_pipeline',
  ]),
  ...each('VIEW_NAME_TAKEN', ['saved_view_name_once']),
  ...each('EMAIL_TAKEN', ['user_email_once', 'user_email_once_whatever_case']),
  // Somebody else generated, converted or numbered at the same moment.
  ...each('BUSY', [
    'one_task_per_unit',
    'one_live_opportunity_per_order',
    'one_open_invitation_per_email',
    'quote_converts_once',
    'dps_number_once',
  ]),
  ...each('REASON_REQUIRED', [
    'sales_order_cancelled_has_reason',
    'task_cancelled_has_reason',
    'task_not_done_has_reason',
  ]),
  ...each('LOSS_REASON_REQUIRED', ['opportunity_lost_has_reason']),
  ...each('STAGE_NOT_IN_PIPELINE', ['opportunity_stage', 'order_settings_stage', 'order_settings_concluded_stage']),
  ...each('UNIT_QUANTITY_FROZEN', ['unit_quantity_frozen']),
  ...each('CUSTOMER_FROZEN_BY_INVOICE', ['customer_frozen_by_note']),
  ...each('ITEM_FROZEN_BY_INVOICE', ['item_frozen_by_note']),
  ...each('INVOICE_FROZEN', ['note_is_frozen', 'invoice_identity', 'dps_number_is_final', 'nfse_number_is_final']),
  ...each('INVOICE_TRANSITION_NOT_ALLOWED', [
    'invoice_transition',
    'document_is_freed_by_event',
    'document_is_authorised_by_answer',
    'invoice_is_numbered',
    'invoice_authorised_has_document',
  ]),
  ...each('QUANTITY_INVALID', ['item_units', 'item_per_item_has_one_unit']),
  ...each('DISCOUNT_ABOVE_TOTAL', ['item_amounts', 'quote_item_amounts']),
  ...each('CONSTRAINT_BROKEN', [
    'audit_finished_has_result',
    'authorised_is_invoiced',
    'billed_is_concluded',
    'billed_is_unit',
    'billed_on',
    'cancelled_order_has_no_note',
    'command_outcome',
    'company_tax_regime',
    'counter_chain',
    'counter_or_units',
    'document_link_kind',
    'dps_pair',
    'invitation_ends_once',
    'invitation_roles',
    'invoice_amounts',
    'invoice_cancel_code',
    'invoice_is_whole',
    'invoice_item_amount',
    'invoice_item_units',
    'invoice_status',
    'item_goods_have_no_units',
    'item_granularity',
    'item_kind',
    'membership_roles',
    'nfse_message_words',
    'only_services_are_billed',
    'one_installation',
    'opportunity_status',
    'order_settings_limits',
    'order_settings_words',
    'quote_converted_has_order',
    'quote_status',
    'removed_item_is_untouched',
    'saved_view_size',
    'sales_order_status',
    'service_granularity',
    'service_iss_rate',
    'service_kind',
    'service_price',
    'task_concluded_has_time',
    'task_is_unit_or_manual',
    'task_origin',
    'task_status',
    'task_transition',
    'task_unit_has_order',
    'unit_billed_once',
    'unit_chain',
    'unit_is_born_open',
    'unit_is_never_deleted',
    'unit_is_not_moved',
    'waived_is_not_billed',
  ]),
}

const UNIQUE_VIOLATION = '23505'
const FOREIGN_KEY_VIOLATION = '23503'
const RESTRICT_VIOLATION = '23001'
const CHECK_VIOLATION = '23514'
const CONTENTION = new Set(['40001', '40P01', '55P03'])
const TIME_OUT = '57014'
// A value that fits no column: a NUL in a text, a number beyond its type.
const DATA_EXCEPTION = '22'

/** What a failure of the database says to the caller. */
export type FailureMeaning = { code: ErrorCode; params: RefusalParams }

/**
 * What a failure of the database stands for, or null when it is a fault of ours: a named constraint, somebody else's lock
 * (BUSY), or a database that cannot be reached in time (UNAVAILABLE).
 */
export function meaningOfFailure(error: unknown): FailureMeaning | null {
  const door = doorError(error)
  if (door) {
    const isFault =
      door.code === 'TRANSACTION_OVER' || door.code === 'TRANSACTION_CONTROL' || door.code === 'ROLLED_BACK'
    return isFault ? null : { code: 'UNAVAILABLE', params: {} }
  }
  const failure = databaseError(error)
  const code = failure && errorCodeOf(failure.code, failure.constraint)
  if (!code) return null
  return { code, params: {} }
}

function errorCodeOf(sqlState: string, constraint: string | null): ErrorCode | null {
  if (CONTENTION.has(sqlState)) return 'BUSY'
  if (sqlState === TIME_OUT) return 'UNAVAILABLE'
  if (sqlState.startsWith(DATA_EXCEPTION)) return 'INVALID_INPUT'
  const named = constraint === null ? undefined : constraintErrors[constraint]
  if (named) return named
  // Every foreign key says the same: the row it names is not there for this company, or is still named by others.
  if (sqlState === FOREIGN_KEY_VIOLATION) return 'REFERENCE_NOT_FOUND'
  if (sqlState === RESTRICT_VIOLATION) return 'IN_USE'
  if (sqlState === UNIQUE_VIOLATION) return 'ALREADY_EXISTS'
  return sqlState === CHECK_VIOLATION ? 'CONSTRAINT_BROKEN' : null
}

function each(code: ErrorCode, names: readonly string[]): Record<string, ErrorCode> {
  return Object.fromEntries(names.map((name) => [name, code]))
}
