package dev.primacy.engine.kubernetes;

import static dev.primacy.engine.kubernetes.Messages.LOG;

import dev.primacy.spi.EngineContext;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the settings and notes everything that is wrong with them. */
final class ConfigurationReader {

  /** What Kubernetes calls a label of the domain name system. */
  private static final Pattern NAMESPACE = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");

  private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.\\d+){3}|\\[::1]");

  /** With it the JDK's client sends a write again by itself when a connection breaks. */
  static final String RETRIES = "jdk.httpclient.enableAllMethodRetry";

  private final EngineContext context;
  private final Pod pod;
  private final List<String> problems = new ArrayList<>();
  private final @Nullable Access access;
  private final Optional<String> namespace;

  ConfigurationReader(EngineContext context, Pod pod) {
    this.context = context;
    this.pod = pod;
    access = access();
    namespace = namespace();
    checkCompanions();
    String retries = System.getProperty(RETRIES);
    if (retries != null && (retries.isEmpty() || Boolean.parseBoolean(retries))) {
      problems.add(LOG.retries());
    }
  }

  List<String> problems() {
    return problems;
  }

  /** Must only be asked if there are no problems. */
  Configuration configuration() {
    if (access == null || !problems.isEmpty()) {
      throw new IllegalStateException(String.join(" ", problems));
    }
    return new Configuration(
        access,
        namespace,
        context.cluster(),
        context.nodeName(),
        context.requestTimeout(),
        context.lease());
  }

  private @Nullable Access access() {
    Optional<String> url = context.setting(Settings.API_SERVER);
    Optional<Path> kubeconfig = file(Settings.KUBECONFIG);
    if (url.isPresent() && context.setting(Settings.KUBECONFIG).isPresent()) {
      problems.add(LOG.twoServers());
      return null;
    }
    if (url.isPresent()) {
      checkUrl(url.get());
      return new Access.Direct(url.get(), file(Settings.CA_FILE), file(Settings.TOKEN_FILE));
    }
    if (kubeconfig.isPresent()) {
      return new Access.Kubeconfig(kubeconfig.get(), context.setting(Settings.CONTEXT));
    }
    if (pod.access().isEmpty() && context.setting(Settings.KUBECONFIG).isEmpty()) {
      problems.add(LOG.noServer());
    }
    return pod.access().orElse(null);
  }

  private Optional<Path> file(String key) {
    Optional<Path> file = context.setting(key).map(Path::of);
    if (file.isPresent() && !Files.isReadable(file.get())) {
      problems.add(LOG.unreadable(key, file.get()));
      return Optional.empty();
    }
    return file;
  }

  /** A token must not be shown to the network. */
  private void checkUrl(String text) {
    URI uri = URI.create(text);
    String host = String.valueOf(uri.getHost());
    if (!"https".equals(uri.getScheme()) && !LOOPBACK.matcher(host).matches()) {
      problems.add(LOG.plainText(text));
    }
  }

  private Optional<String> namespace() {
    Optional<String> named = context.setting(Settings.NAMESPACE);
    if (named.isPresent() && !NAMESPACE.matcher(named.get()).matches()) {
      problems.add(LOG.malformedNamespace(named.get()));
    }
    if (access instanceof Access.Kubeconfig) {
      return named;
    }
    Optional<String> found = named.or(pod::namespace);
    if (access != null && found.isEmpty()) {
      problems.add(LOG.noNamespace());
    }
    return found;
  }

  private void checkCompanions() {
    requireWith(Settings.CA_FILE, Settings.API_SERVER);
    requireWith(Settings.TOKEN_FILE, Settings.API_SERVER);
    requireWith(Settings.CONTEXT, Settings.KUBECONFIG);
  }

  private void requireWith(String key, String companion) {
    if (context.setting(key).isPresent() && context.setting(companion).isEmpty()) {
      problems.add(LOG.alone(key, companion));
    }
  }
}
