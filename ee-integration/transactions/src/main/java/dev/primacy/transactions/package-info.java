/**
 * Guarded calls inside transactions: the role is checked again when the transaction completes.
 *
 * <p>On the class path this module checks every {@link dev.primacy.PrimaryOnly} call that runs in a
 * JTA transaction once more before the commit, and rolls back if the role ended meanwhile.
 */
@NullMarked
package dev.primacy.transactions;

import org.jspecify.annotations.NullMarked;
