import { listSavedViewsInput, removeViewInput, saveViewInput } from '@/contract/saved-views'
import { listSavedViews } from '@/server/domain/saved-views/list-saved-views'
import { removeView } from '@/server/domain/saved-views/remove-view'
import { saveView } from '@/server/domain/saved-views/save-view'
import { command, question, router } from './trpc'

export const savedViewsRouter = router({
  list: question(listSavedViewsInput, listSavedViews),
  save: command(saveViewInput, saveView),
  remove: command(removeViewInput, removeView),
})
