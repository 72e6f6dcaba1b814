/** Pages and REST of invoicing: contracts, unbilled work, the next run, what was issued, and its settings. */
@NullMarked
package dev.dunwell.invoicing.web;

import org.jspecify.annotations.NullMarked;
