/**
 * A kit for tests of code that leads: clusters of several nodes in one JVM, in virtual time, with
 * faults on demand and rules that are checked at the end of each test.
 *
 * <p>What is real: the election, the leases, the guard, the life cycle of roles, the delivery of
 * events, the settings, the extension and Weld. They are the classes that run in production.
 *
 * <p>What is simulated: both clocks of each node, all waiting and all threads of the runtime (one
 * runs at a time, in an order that depends on the seed and the test only), the way to the store,
 * and the store, which is the one in memory. Time passes only while the test lets it pass. A node
 * that crashes or is paused is not a process: its objects stay reachable, and the test may call
 * them as a thread of that process would have.
 *
 * <p>What is not simulated: threads that the application makes by itself, the executor of
 * asynchronous observers ({@code @ObservesAsync}), followers of views, {@code NodeWatch} and {@code
 * ClusterMonitors}, and events between nodes; those run beside virtual time, in real time, and
 * their order is not repeatable. Databases, REST and transactions are the test's own affair.
 */
@NullMarked
package dev.primacy.testkit;

import org.jspecify.annotations.NullMarked;
