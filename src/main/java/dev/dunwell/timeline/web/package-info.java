@NullMarked
package dev.dunwell.timeline.web;

import org.jspecify.annotations.NullMarked;
