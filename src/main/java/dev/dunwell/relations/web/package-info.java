/** The measures of the relation on the screen and for programs. */
@NullMarked
package dev.dunwell.relations.web;

import org.jspecify.annotations.NullMarked;
