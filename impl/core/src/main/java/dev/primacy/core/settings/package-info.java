/** Every setting in one table, and the validated result. */
@NullMarked
package dev.primacy.core.settings;

import org.jspecify.annotations.NullMarked;
