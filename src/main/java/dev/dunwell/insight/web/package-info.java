/** Figures on the screen and over the API. */
@NullMarked
package dev.dunwell.insight.web;

import org.jspecify.annotations.NullMarked;
