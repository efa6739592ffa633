/** Real servers on loopback addresses, in this JVM. */
package dev.primacy.engine.zookeeper;
