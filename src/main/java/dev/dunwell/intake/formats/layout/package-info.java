/**
 * The exports of known accounting systems, recognised by their headings and read without being asked anything.
 *
 * <p>Start with {@link dev.dunwell.intake.formats.layout.Layouts}; the systems themselves stand in
 * {@code intake/layouts.txt}.
 */
@NullMarked
package dev.dunwell.intake.formats.layout;

import org.jspecify.annotations.NullMarked;
