/**
 * XML that came from outside, read within limits: no document type, no entities, nothing fetched, so deep and no
 * larger.
 */
@NullMarked
package dev.dunwell.intake.formats.xml;

import org.jspecify.annotations.NullMarked;
