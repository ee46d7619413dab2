/**
 * Files for those who act: rows of the worklist and of account briefs come in, one workbook or CSV file per owner goes out, which Excel opens
 * as it is, in Japanese too. Whatever a cell holds is shown as text, never carried out.
 */
package io.osusume.sheets;
