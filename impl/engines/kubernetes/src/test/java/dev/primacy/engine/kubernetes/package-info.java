/** The Kubernetes engine on an imitated API server. */
package dev.primacy.engine.kubernetes;
