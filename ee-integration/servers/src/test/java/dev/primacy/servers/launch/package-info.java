/** Starts real application servers on loopback, gives them an application, and ends them again. */
package dev.primacy.servers.launch;
