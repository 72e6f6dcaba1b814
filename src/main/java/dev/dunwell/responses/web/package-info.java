/** Responses as programs hand them over. */
@NullMarked
package dev.dunwell.responses.web;

import org.jspecify.annotations.NullMarked;
