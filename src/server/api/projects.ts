import {
  createProjectInput,
  getProjectInput,
  listProjectsInput,
  lookupProjectsInput,
  updateProjectInput,
} from '@/contract/projects'
import { createProject } from '@/server/domain/projects/create-project'
import { getProject } from '@/server/domain/projects/get-project'
import { listProjects } from '@/server/domain/projects/list-projects'
import { lookupProjects } from '@/server/domain/projects/lookup-projects'
import { updateProject } from '@/server/domain/projects/update-project'
import { command, question, router } from './trpc'

export const projectsRouter = router({
  list: question(listProjectsInput, listProjects),
  get: question(getProjectInput, getProject),
  lookup: question(lookupProjectsInput, lookupProjects),
  create: command(createProjectInput, createProject),
  update: command(updateProjectInput, updateProject),
})
