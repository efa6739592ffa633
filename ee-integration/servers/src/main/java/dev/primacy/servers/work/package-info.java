/** What an application does on the primary only, in each way that servers offer. */
@NullMarked
package dev.primacy.servers.work;

import org.jspecify.annotations.NullMarked;
