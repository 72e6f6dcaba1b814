/** The stream of changes, and what stands in for it where streams do not get through. */
@NullMarked
package dev.dunwell.live.web;

import org.jspecify.annotations.NullMarked;
