/** One set of resources and expectations, run on every REST implementation. */
package dev.primacy.rest.scenario;
