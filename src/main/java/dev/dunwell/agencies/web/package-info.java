/** The pages on agencies for us, and the few pages for their people. */
@NullMarked
package dev.dunwell.agencies.web;

import org.jspecify.annotations.NullMarked;
