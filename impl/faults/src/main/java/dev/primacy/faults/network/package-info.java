/** Network namespaces with links that can be cut. */
@NullMarked
package dev.primacy.faults.network;

import org.jspecify.annotations.NullMarked;
