import {
  boardCardsInput,
  boardInput,
  createOpportunityInput,
  deleteOpportunityInput,
  getOpportunityInput,
  listOpportunitiesInput,
  listOpportunityProjectsInput,
  loseOpportunityInput,
  moveStageInput,
  reopenOpportunityInput,
  updateOpportunityInput,
  winOpportunityInput,
} from '@/contract/opportunities'
import { createOpportunity } from '@/server/domain/opportunities/create-opportunity'
import { deleteOpportunity } from '@/server/domain/opportunities/delete-opportunity'
import { getBoard } from '@/server/domain/opportunities/get-board'
import { getOpportunity } from '@/server/domain/opportunities/get-opportunity'
import { listBoardCards } from '@/server/domain/opportunities/list-board-cards'
import { listOpportunities } from '@/server/domain/opportunities/list-opportunities'
import { listOpportunityProjects } from '@/server/domain/opportunities/list-opportunity-projects'
import { loseOpportunity } from '@/server/domain/opportunities/lose-opportunity'
import { moveStage } from '@/server/domain/opportunities/move-stage'
import { reopenOpportunity } from '@/server/domain/opportunities/reopen-opportunity'
import { updateOpportunity } from '@/server/domain/opportunities/update-opportunity'
import { winOpportunity } from '@/server/domain/opportunities/win-opportunity'
import { command, question, router } from './trpc'

export const opportunitiesRouter = router({
  list: question(listOpportunitiesInput, listOpportunities),
  listProjects: question(listOpportunityProjectsInput, listOpportunityProjects),
  board: question(boardInput, getBoard),
  boardCards: question(boardCardsInput, listBoardCards),
  get: question(getOpportunityInput, getOpportunity),
  create: command(createOpportunityInput, createOpportunity),
  update: command(updateOpportunityInput, updateOpportunity),
  moveStage: command(moveStageInput, moveStage),
  win: command(winOpportunityInput, winOpportunity),
  lose: command(loseOpportunityInput, loseOpportunity),
  reopen: command(reopenOpportunityInput, reopenOpportunity),
  delete: command(deleteOpportunityInput, deleteOpportunity),
})
