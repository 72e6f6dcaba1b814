/** Pages and REST of what-if, the simulator and trials. */
@NullMarked
package dev.dunwell.whatif.web;

import org.jspecify.annotations.NullMarked;
