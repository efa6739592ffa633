/** The scenarios, the same for each server, and the page that says where they were run. */
package dev.primacy.servers;
