import { renderToBuffer } from '@react-pdf/renderer'
import { SalesDocumentPaper, type SalesDocumentPaperProps } from './sales-document-paper'
import { ServiceReportPaper, type ServiceReportPaperProps } from './service-report-paper'

/** A paper's data with the pictures that it prints. */
export type Paper = ({ kind: 'sales' } & SalesDocumentPaperProps) | ({ kind: 'report' } & ServiceReportPaperProps)

/** The bytes of a paper as a PDF of A4 pages. */
export async function renderPaper(paper: Paper): Promise<Buffer> {
  return paper.kind === 'sales' ? renderToBuffer(SalesDocumentPaper(paper)) : renderToBuffer(ServiceReportPaper(paper))
}
