package dev.primacy.engine.zookeeper;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.Base64;
import java.util.List;

/** Keys with certificates that they signed themselves, and files of the certificates to trust. */
final class Keys {

  static final String PASSWORD = "changeit";

  private final Path directory;

  Keys(Path directory) {
    this.directory = directory;
  }

  /**
   * A key store with one key.
   *
   * @param host whom the certificate names, as keytool wants it: {@code ip:127.0.0.1}
   */
  Path key(String name, String host) throws IOException, InterruptedException {
    Path file = directory.resolve(name + ".p12");
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
            "-J-XX:TieredStopAtLevel=1",
            "-genkeypair",
            "-alias",
            name,
            "-keyalg",
            "EC",
            "-dname",
            "CN=" + name,
            "-ext",
            "san=" + host,
            "-validity",
            "2",
            "-storetype",
            "PKCS12",
            "-keystore",
            file.toString(),
            "-storepass",
            PASSWORD);
    Process keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(keytool.getInputStream().readAllBytes(), US_ASCII);
    if (keytool.waitFor() != 0) {
      throw new IOException(output);
    }
    return file;
  }

  /** A trust store with the certificate of each key. */
  Path trustIn(String name, Path... keys) throws IOException, GeneralSecurityException {
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    for (Path key : keys) {
      String alias = key.getFileName().toString();
      trusted.setCertificateEntry(alias, certificate(load(key)));
    }
    Path file = directory.resolve(name + ".p12");
    try (OutputStream output = Files.newOutputStream(file)) {
      trusted.store(output, PASSWORD.toCharArray());
    }
    return file;
  }

  /** The certificate of a key, or with its key in front, as text. */
  Path pem(Path key, boolean withKey) throws IOException, GeneralSecurityException {
    KeyStore store = load(key);
    String text = block("CERTIFICATE", certificate(store).getEncoded());
    if (withKey) {
      Key secret = store.getKey(store.aliases().nextElement(), PASSWORD.toCharArray());
      text = block("PRIVATE KEY", secret.getEncoded()) + text;
    }
    Path file = directory.resolve(key.getFileName() + (withKey ? "-key.pem" : ".pem"));
    return Files.writeString(file, text);
  }

  private static String block(String kind, byte[] content) {
    String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
    return "-----BEGIN " + kind + "-----\n" + lines + "\n-----END " + kind + "-----\n";
  }

  private static KeyStore load(Path key) throws IOException, GeneralSecurityException {
    return KeyStore.getInstance(key.toFile(), PASSWORD.toCharArray());
  }

  private static Certificate certificate(KeyStore store) throws GeneralSecurityException {
    return store.getCertificate(store.aliases().nextElement());
  }
}
