/** The copies of an invoice on its page and for programs. */
@NullMarked
package dev.dunwell.copies.web;

import org.jspecify.annotations.NullMarked;
