/** Pages, panels and REST of what is to be expected of payments. */
@NullMarked
package dev.dunwell.foresight.web;

import org.jspecify.annotations.NullMarked;
