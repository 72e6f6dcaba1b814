@NullMarked
package dev.dunwell.insight.web;

import org.jspecify.annotations.NullMarked;
