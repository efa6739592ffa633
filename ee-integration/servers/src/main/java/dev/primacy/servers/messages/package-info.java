/** Message consumers, an application of their own: not every server brings a broker. */
@NullMarked
package dev.primacy.servers.messages;

import org.jspecify.annotations.NullMarked;
