/** The program: its options, its episodes and its report. */
@NullMarked
package dev.primacy.faults.run;

import org.jspecify.annotations.NullMarked;
