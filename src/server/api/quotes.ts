import {
  convertQuoteInput,
  createQuoteInput,
  getQuoteInput,
  listQuotesInput,
  loseQuoteInput,
  quoteStepInput,
  updateQuoteInput,
} from '@/contract/quotes'
import { approveQuote } from '@/server/domain/quotes/approve-quote'
import { convertQuote } from '@/server/domain/quotes/convert-quote'
import { createQuote } from '@/server/domain/quotes/create-quote'
import { duplicateQuote } from '@/server/domain/quotes/duplicate-quote'
import { getQuote } from '@/server/domain/quotes/get-quote'
import { listQuotes } from '@/server/domain/quotes/list-quotes'
import { loseQuote } from '@/server/domain/quotes/lose-quote'
import { reopenQuote } from '@/server/domain/quotes/reopen-quote'
import { sendQuote } from '@/server/domain/quotes/send-quote'
import { updateQuote } from '@/server/domain/quotes/update-quote'
import { command, question, router } from './trpc'

export const quotesRouter = router({
  list: question(listQuotesInput, listQuotes),
  get: question(getQuoteInput, getQuote),
  create: command(createQuoteInput, createQuote),
  update: command(updateQuoteInput, updateQuote),
  duplicate: command(quoteStepInput, duplicateQuote),
  send: command(quoteStepInput, sendQuote),
  approve: command(quoteStepInput, approveQuote),
  lose: command(loseQuoteInput, loseQuote),
  reopen: command(quoteStepInput, reopenQuote),
  convert: command(convertQuoteInput, convertQuote),
})
