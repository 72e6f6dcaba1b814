/** Statements on the screen, as files and over the API. */
@NullMarked
package dev.dunwell.statements.web;

import org.jspecify.annotations.NullMarked;
