/** The resources of the scenarios: every way in which a REST method can be guarded. */
package dev.primacy.rest.scenario.resources;
