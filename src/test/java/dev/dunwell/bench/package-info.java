/** How fast the house is, beside the SQL that a careful person would write by hand for the same work. */
@NullMarked
package dev.dunwell.bench;

import org.jspecify.annotations.NullMarked;
