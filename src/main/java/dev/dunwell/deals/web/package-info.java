/** Pages and REST of what comes before an invoice: products, quotes, orders. */
@NullMarked
package dev.dunwell.deals.web;

import org.jspecify.annotations.NullMarked;
