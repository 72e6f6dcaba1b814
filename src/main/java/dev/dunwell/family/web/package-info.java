/** The family panel, the page of duplicates and the API of both. */
@NullMarked
package dev.dunwell.family.web;

import org.jspecify.annotations.NullMarked;
