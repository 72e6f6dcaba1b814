package dev.dunwell.intake;

import dev.dunwell.intake.formats.Kind;
import dev.dunwell.intake.formats.layout.Layout;
import dev.dunwell.intake.formats.table.Table;
import java.util.Optional;

/**
 * The original of a batch, opened.
 *
 * @param kind what its rows are, as it was said or found out
 * @param layout the export it was recognised as, through which the table is seen
 */
record Upload(Table table, Kind kind, Optional<Layout> layout) {}
