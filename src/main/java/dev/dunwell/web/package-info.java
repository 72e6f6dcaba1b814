/**
 * What pages have in common: the frame, the formatting for the reader, panels by URL, errors, paging, downloads.
 *
 * <p>Start with {@link dev.dunwell.web.JteViews}, {@link dev.dunwell.web.Frame} and {@link dev.dunwell.web.Show}.
 */
@ApplicationModule(allowedDependencies = "kernel")
@NullMarked
package dev.dunwell.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
