/** The page of the integrity checks and what Today says of them. */
@NullMarked
package dev.dunwell.integrity.web;

import org.jspecify.annotations.NullMarked;
