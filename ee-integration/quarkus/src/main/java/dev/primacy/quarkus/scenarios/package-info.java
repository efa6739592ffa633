/** What the application of the scenarios does by means of Quarkus' own. */
@NullMarked
package dev.primacy.quarkus.scenarios;

import org.jspecify.annotations.NullMarked;
