/** Imports on pages and for programs. */
@NullMarked
package dev.dunwell.intake.web;

import org.jspecify.annotations.NullMarked;
