/** The processes under test: nodes and stores. */
@NullMarked
package dev.primacy.faults.cluster;

import org.jspecify.annotations.NullMarked;
