/** The packs of a customer or an invoice, and the page that checks one. */
@NullMarked
package dev.dunwell.evidence.web;

import org.jspecify.annotations.NullMarked;
