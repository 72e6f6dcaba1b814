/**
 * Issued documents as EN 16931 wants to read them: UBL 2.1 and CII D16B, written from the same content.
 *
 * <p>Start with {@link dev.dunwell.invoicing.xml.Cii}.
 */
@NullMarked
package dev.dunwell.invoicing.xml;

import org.jspecify.annotations.NullMarked;
