/** Tests of operating over HTTP and JMX. */
@NullMarked
package dev.primacy.admin;

import org.jspecify.annotations.NullMarked;
