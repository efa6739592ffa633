/** Events as JSON. */
package dev.primacy.json;
