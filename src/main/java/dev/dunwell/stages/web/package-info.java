/** The stages of an invoice on its page, its chronology, and the compliance report. */
@NullMarked
package dev.dunwell.stages.web;

import org.jspecify.annotations.NullMarked;
