import {
  assignTasksInput,
  cancelTasksInput,
  concludeNextInput,
  concludeTaskInput,
  concludeTasksInput,
  createTaskInput,
  deleteTaskInput,
  fieldDayInput,
  getTaskInput,
  listTasksInput,
  listUnitsInput,
  markTaskNotDoneInput,
  moveTaskInput,
  openReworkInput,
  reopenTasksInput,
  scheduleTasksInput,
  taskBoardInput,
  undoConclusionInput,
  updateTaskInput,
  whoCanBeAssignedInput,
} from '@/contract/tasks'
import { assignTasks } from '@/server/domain/tasks/assign-tasks'
import { cancelTasks } from '@/server/domain/tasks/cancel-tasks'
import { concludeNextUnits } from '@/server/domain/tasks/conclude-next-units'
import { concludeTask } from '@/server/domain/tasks/conclude-task'
import { concludeTasks } from '@/server/domain/tasks/conclude-tasks'
import { createTask } from '@/server/domain/tasks/create-task'
import { deleteTask } from '@/server/domain/tasks/delete-task'
import { fieldDay } from '@/server/domain/tasks/field-day'
import { getTask } from '@/server/domain/tasks/get-task'
import { getTaskBoard } from '@/server/domain/tasks/get-task-board'
import { listTasks } from '@/server/domain/tasks/list-tasks'
import { listUnits } from '@/server/domain/tasks/list-units'
import { markTaskNotDone } from '@/server/domain/tasks/mark-task-not-done'
import { openRework } from '@/server/domain/tasks/open-rework'
import { pauseTask } from '@/server/domain/tasks/pause-task'
import { reopenTasks } from '@/server/domain/tasks/reopen-tasks'
import { resumeTask } from '@/server/domain/tasks/resume-task'
import { scheduleTasks } from '@/server/domain/tasks/schedule-tasks'
import { startTask } from '@/server/domain/tasks/start-task'
import { undoConclusion } from '@/server/domain/tasks/undo-conclusion'
import { updateTask } from '@/server/domain/tasks/update-task'
import { whoCanBeAssigned } from '@/server/domain/tasks/who-can-be-assigned'
import { command, question, router } from './trpc'

export const tasksRouter = router({
  list: question(listTasksInput, listTasks),
  board: question(taskBoardInput, getTaskBoard),
  listUnits: question(listUnitsInput, listUnits),
  get: question(getTaskInput, getTask),
  fieldDay: question(fieldDayInput, fieldDay),
  whoCanBeAssigned: question(whoCanBeAssignedInput, whoCanBeAssigned),
  create: command(createTaskInput, createTask),
  update: command(updateTaskInput, updateTask),
  delete: command(deleteTaskInput, deleteTask),
  assign: command(assignTasksInput, assignTasks),
  schedule: command(scheduleTasksInput, scheduleTasks),
  start: command(moveTaskInput, startTask),
  pause: command(moveTaskInput, pauseTask),
  resume: command(moveTaskInput, resumeTask),
  conclude: command(concludeTaskInput, concludeTask),
  concludeNext: command(concludeNextInput, concludeNextUnits),
  concludeMany: command(concludeTasksInput, concludeTasks),
  markNotDone: command(markTaskNotDoneInput, markTaskNotDone),
  undoConclusion: command(undoConclusionInput, undoConclusion),
  reopen: command(reopenTasksInput, reopenTasks),
  cancel: command(cancelTasksInput, cancelTasks),
  openRework: command(openReworkInput, openRework),
})
