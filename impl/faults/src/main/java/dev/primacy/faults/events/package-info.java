/** What nodes publish and hear in the runs about events, and nowhere else: see beans.xml. */
@NullMarked
package dev.primacy.faults.events;

import org.jspecify.annotations.NullMarked;
