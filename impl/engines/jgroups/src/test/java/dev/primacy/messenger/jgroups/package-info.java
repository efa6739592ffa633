@NullMarked
package dev.primacy.messenger.jgroups;

import org.jspecify.annotations.NullMarked;
