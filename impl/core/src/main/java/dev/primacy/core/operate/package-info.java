/** What decides for operators, and by nominal roles; plain Java without threads and clocks. */
@NullMarked
package dev.primacy.core.operate;

import org.jspecify.annotations.NullMarked;
