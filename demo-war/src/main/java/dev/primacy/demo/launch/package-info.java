/** Starts the demo's three nodes, as light nodes or on WildFly, and stops them again. */
@NullMarked
package dev.primacy.demo.launch;

import org.jspecify.annotations.NullMarked;
