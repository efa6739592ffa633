package dev.primacy.admin;

/** What comes of a request: an answer, or a stream of events from now on. */
sealed interface Outcome permits Answer, Listening {}
