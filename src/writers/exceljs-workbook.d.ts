/** The part of exceljs that makes workbooks. The whole of it also loads readers, archives and streams that nothing uses. */
declare module 'exceljs/lib/doc/workbook.js' {
  export { Workbook as default } from 'exceljs';
}
