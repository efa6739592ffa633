package dev.primacy.servers.refused;

import dev.primacy.FencingToken;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Keeps the token of a term that ends. */
@ApplicationScoped
public class FrozenToken {
  @Inject FencingToken token;
}
