@org.jspecify.annotations.NullMarked
package dev.primacy.relay;
