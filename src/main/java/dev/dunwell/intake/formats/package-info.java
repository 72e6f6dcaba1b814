/**
 * Cells become typed rows or precise problems; nothing here touches a database, a clock or a setting.
 *
 * <p>The order of things: {@code Table.open} finds the headings, {@link dev.dunwell.intake.formats.Guess} maps them,
 * {@link dev.dunwell.intake.formats.Profile} finds out how dates and amounts are written and asks where the file does
 * not tell, {@link dev.dunwell.intake.formats.Reading} types each row.
 */
@NullMarked
package dev.dunwell.intake.formats;

import org.jspecify.annotations.NullMarked;
