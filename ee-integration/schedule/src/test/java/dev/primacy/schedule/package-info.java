/** Schedules in containers. */
package dev.primacy.schedule;
