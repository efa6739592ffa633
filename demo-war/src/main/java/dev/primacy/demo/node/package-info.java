/** The light node: the demo's application in one JVM, without an application server. */
@NullMarked
package dev.primacy.demo.node;

import org.jspecify.annotations.NullMarked;
