import {
  addItemInput,
  cancelSalesOrderInput,
  closeBalanceInput,
  closeItemBalanceInput,
  createSalesOrderInput,
  duplicateSalesOrderInput,
  exportSalesOrdersInput,
  generateManyInput,
  generateOpportunityInput,
  getSalesOrderInput,
  listOrderIdsInput,
  listSalesOrdersInput,
  moveItemInput,
  prepareSalesOrderInput,
  previewCancelInput,
  previewGenerationInput,
  previewItemChangeInput,
  reactivateSalesOrderInput,
  removeItemInput,
  timelineInput,
  undoGenerationInput,
  updateHeaderInput,
  updateItemInput,
} from '@/contract/sales-orders'
import { addItem } from '@/server/domain/sales-orders/add-item'
import { cancelSalesOrder } from '@/server/domain/sales-orders/cancel-sales-order'
import { closeBalance } from '@/server/domain/sales-orders/close-balance'
import { closeItemBalance } from '@/server/domain/sales-orders/close-item-balance'
import { createSalesOrder } from '@/server/domain/sales-orders/create-sales-order'
import { duplicateSalesOrder } from '@/server/domain/sales-orders/duplicate-sales-order'
import { exportRows } from '@/server/domain/sales-orders/export-rows'
import { generateMany } from '@/server/domain/sales-orders/generate-many'
import { generateOpportunity } from '@/server/domain/sales-orders/generate-opportunity'
import { getSalesOrder } from '@/server/domain/sales-orders/get-sales-order'
import { getStatusPanel } from '@/server/domain/sales-orders/get-status-panel'
import { listOrderIds } from '@/server/domain/sales-orders/list-order-ids'
import { listSalesOrders } from '@/server/domain/sales-orders/list-sales-orders'
import { listTimeline } from '@/server/domain/sales-orders/list-timeline'
import { moveItem } from '@/server/domain/sales-orders/move-item'
import { prepareSalesOrder } from '@/server/domain/sales-orders/prepare-sales-order'
import { previewCancel } from '@/server/domain/sales-orders/preview-cancel'
import { previewGeneration } from '@/server/domain/sales-orders/preview-generation'
import { previewItemChange } from '@/server/domain/sales-orders/preview-item-change'
import { reactivateSalesOrder } from '@/server/domain/sales-orders/reactivate-sales-order'
import { removeItem } from '@/server/domain/sales-orders/remove-item'
import { undoGeneration } from '@/server/domain/sales-orders/undo-generation'
import { updateHeader } from '@/server/domain/sales-orders/update-header'
import { updateItem } from '@/server/domain/sales-orders/update-item'
import { bulkCommand, command, question, router } from './trpc'

export const salesOrdersRouter = router({
  list: question(listSalesOrdersInput, listSalesOrders),
  exportRows: question(exportSalesOrdersInput, exportRows),
  ids: question(listOrderIdsInput, listOrderIds),
  get: question(getSalesOrderInput, getSalesOrder),
  statusPanel: question(getSalesOrderInput, getStatusPanel),
  timeline: question(timelineInput, listTimeline),
  prepare: question(prepareSalesOrderInput, prepareSalesOrder),
  previewItemChange: question(previewItemChangeInput, previewItemChange),
  previewCancel: question(previewCancelInput, previewCancel),
  previewGeneration: question(previewGenerationInput, previewGeneration),
  create: command(createSalesOrderInput, createSalesOrder),
  updateHeader: command(updateHeaderInput, updateHeader),
  addItem: command(addItemInput, addItem),
  updateItem: command(updateItemInput, updateItem),
  removeItem: command(removeItemInput, removeItem),
  moveItem: command(moveItemInput, moveItem),
  closeItemBalance: command(closeItemBalanceInput, closeItemBalance),
  cancel: command(cancelSalesOrderInput, cancelSalesOrder),
  closeBalance: command(closeBalanceInput, closeBalance),
  reactivate: command(reactivateSalesOrderInput, reactivateSalesOrder),
  duplicate: command(duplicateSalesOrderInput, duplicateSalesOrder),
  generate: command(generateOpportunityInput, generateOpportunity),
  generateMany: bulkCommand(generateManyInput, generateMany),
  undoGeneration: command(undoGenerationInput, undoGeneration),
})
