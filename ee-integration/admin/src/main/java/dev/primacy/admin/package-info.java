/**
 * Operating groups over HTTP and JMX: a small front that knows no servlet, the resources behind it,
 * and the servlet before it. Nothing of it is there unless it is switched on.
 *
 * @since 0.1
 */
@NullMarked
package dev.primacy.admin;

import org.jspecify.annotations.NullMarked;
