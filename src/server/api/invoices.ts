import {
  cancelInvoiceInput,
  cancelPreviewInput,
  correctInvoiceInput,
  draftInvoiceInput,
  getInvoiceInput,
  giveUpInvoiceInput,
  issueInvoiceInput,
  issueManyInvoicesInput,
  listInvoicesInput,
  replaceInvoiceInput,
  resendInvoiceInput,
} from '@/contract/invoices'
import { cancelInvoice } from '@/server/domain/invoices/cancel-invoice'
import { correctInvoice } from '@/server/domain/invoices/correct-invoice'
import { draftInvoice } from '@/server/domain/invoices/draft-invoice'
import { getInvoice } from '@/server/domain/invoices/get-invoice'
import { giveUpInvoice } from '@/server/domain/invoices/give-up-invoice'
import { issueInvoice } from '@/server/domain/invoices/issue-invoice'
import { issueManyInvoices } from '@/server/domain/invoices/issue-many-invoices'
import { listInvoices } from '@/server/domain/invoices/list-invoices'
import { previewCancellation } from '@/server/domain/invoices/preview-cancellation'
import { replaceInvoice } from '@/server/domain/invoices/replace-invoice'
import { resendInvoice } from '@/server/domain/invoices/resend-invoice'
import { bulkCommand, command, question, router } from './trpc'

export const invoicesRouter = router({
  list: question(listInvoicesInput, listInvoices),
  get: question(getInvoiceInput, getInvoice),
  draft: question(draftInvoiceInput, draftInvoice),
  cancelPreview: question(cancelPreviewInput, previewCancellation),
  issue: command(issueInvoiceInput, issueInvoice),
  issueMany: bulkCommand(issueManyInvoicesInput, issueManyInvoices),
  correct: command(correctInvoiceInput, correctInvoice),
  giveUp: command(giveUpInvoiceInput, giveUpInvoice),
  resend: command(resendInvoiceInput, resendInvoice),
  cancel: command(cancelInvoiceInput, cancelInvoice),
  replace: command(replaceInvoiceInput, replaceInvoice),
})
