/** What is done to nodes, links and stores. */
@NullMarked
package dev.primacy.faults.fault;

import org.jspecify.annotations.NullMarked;
