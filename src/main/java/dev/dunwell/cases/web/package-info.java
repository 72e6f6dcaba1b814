/** Cases, plans and flags on the screen and for programs. */
@NullMarked
package dev.dunwell.cases.web;

import org.jspecify.annotations.NullMarked;
