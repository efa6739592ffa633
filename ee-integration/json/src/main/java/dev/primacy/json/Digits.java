package dev.primacy.json;

/**
 * A number as it was written, of which nothing was calculated yet.
 *
 * @param text by the grammar of JSON
 */
record Digits(String text) {}
