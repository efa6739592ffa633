/**
 * Checks of the project as a whole: what may depend on what, how code is written, what pages say.
 */
@NullMarked
package dev.primacy.project;

import org.jspecify.annotations.NullMarked;
