/** The journal on the screen, as a file and over the API. */
@NullMarked
package dev.dunwell.journal.web;

import org.jspecify.annotations.NullMarked;
