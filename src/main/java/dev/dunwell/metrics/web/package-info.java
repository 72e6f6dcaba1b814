/** The figures on pages and for programs, and their pictures. */
@NullMarked
package dev.dunwell.metrics.web;

import org.jspecify.annotations.NullMarked;
