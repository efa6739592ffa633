/**
 * The contract every engine keeps, as tests.
 *
 * <p>The author of an engine says in a {@link dev.primacy.engine.tck.StoreService} how to run the
 * service behind it, and extends {@link dev.primacy.engine.tck.RecordStoreContract} and {@link
 * dev.primacy.engine.tck.ElectionContract} in the engine's own tests.
 */
@NullMarked
package dev.primacy.engine.tck;

import org.jspecify.annotations.NullMarked;
