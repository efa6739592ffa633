@org.jspecify.annotations.NullMarked
package dev.primacy.engine.relay;
