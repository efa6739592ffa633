/**
 * The guard of REST resources: a request filter that refuses {@link dev.primacy.PrimaryOnly} calls
 * before their body is read, and answers them.
 *
 * <p>{@link dev.primacy.rest.PrimacyFeature} is found through the service loader, and by scanning.
 * An application that lists its classes on a server that does neither lists the feature.
 */
@NullMarked
package dev.primacy.rest;

import org.jspecify.annotations.NullMarked;
