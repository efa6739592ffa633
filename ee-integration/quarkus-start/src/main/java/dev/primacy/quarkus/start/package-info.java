/** A shop that knows of Primacy by an annotation only, so that it runs without it as well. */
@NullMarked
package dev.primacy.quarkus.start;

import org.jspecify.annotations.NullMarked;
