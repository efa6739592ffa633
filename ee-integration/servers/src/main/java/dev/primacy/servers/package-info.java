/** What both applications have that are run on servers: a journal, and a way to ask and to call. */
@NullMarked
package dev.primacy.servers;

import org.jspecify.annotations.NullMarked;
