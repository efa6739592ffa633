/** What an application on Quarkus must not have, one mistake each. */
package dev.primacy.servers.refused;
