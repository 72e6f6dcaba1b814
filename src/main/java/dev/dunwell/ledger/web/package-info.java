/** The ledger on the screen and over the API. */
@NullMarked
package dev.dunwell.ledger.web;

import org.jspecify.annotations.NullMarked;
