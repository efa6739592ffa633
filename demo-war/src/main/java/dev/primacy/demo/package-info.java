/** The demo's application: the same classes in the WAR and in the light node. */
@NullMarked
package dev.primacy.demo;

import org.jspecify.annotations.NullMarked;
