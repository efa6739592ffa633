/** Records in this JVM: for tests and for several applications of one JVM. */
@NullMarked
package dev.primacy.engine.memory;

import org.jspecify.annotations.NullMarked;
