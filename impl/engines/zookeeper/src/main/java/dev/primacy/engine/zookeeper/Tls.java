package dev.primacy.engine.zookeeper;

/**
 * Key and trust stores for the way to an external ensemble.
 *
 * @param keyStore the file with this node's key, PKCS12, JKS or PEM by its ending
 * @param keyStorePassword its password
 * @param trustStore the file with the certificates that are trusted
 * @param trustStorePassword its password
 */
record Tls(String keyStore, String keyStorePassword, String trustStore, String trustStorePassword) {

  @Override
  public String toString() {
    return "Tls[" + keyStore + ", " + trustStore + ']';
  }
}
