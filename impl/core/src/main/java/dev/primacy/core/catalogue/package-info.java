/**
 * The events of the catalogue that follow from others: what they follow from, and when. Pure: what
 * tells them is elsewhere.
 */
@NullMarked
package dev.primacy.core.catalogue;

import org.jspecify.annotations.NullMarked;
