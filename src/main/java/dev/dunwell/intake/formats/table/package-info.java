/**
 * Bytes of any origin become headings and rows of text with the line they stand on: CSV in its dialects, and XLSX.
 *
 * <p>Start with {@link dev.dunwell.intake.formats.table.Table}.
 */
@NullMarked
package dev.dunwell.intake.formats.table;

import org.jspecify.annotations.NullMarked;
