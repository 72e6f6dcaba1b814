/** Collections on the screen and over the API. */
@NullMarked
package dev.dunwell.collections.web;

import org.jspecify.annotations.NullMarked;
