/** What Primacy adds to a boot and to a deployment. */
@NullMarked
package dev.primacy.benchmarks.footprint;

import org.jspecify.annotations.NullMarked;
