package dev.primacy.engine.zookeeper;

import static dev.primacy.engine.zookeeper.Messages.LOG;

import dev.primacy.spi.EngineContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the settings once and collects everything that is wrong with them. */
final class ConfigurationReader {

  private static final Pattern PATH = Pattern.compile("(/[A-Za-z0-9._-]*[A-Za-z0-9_-])*");

  private final EngineContext context;
  private final List<String> problems = new ArrayList<>();
  private final Optional<Tls> tls;
  private final boolean insecure;
  private final @Nullable Target target;
  private final String root;
  private final Optional<String> auth;

  ConfigurationReader(EngineContext context) {
    this.context = context;
    this.tls = readTls();
    this.insecure = context.setting(Settings.INSECURE).map(Boolean::parseBoolean).orElse(false);
    this.target = readTarget();
    this.root = readRoot();
    this.auth = readAuth();
  }

  List<String> problems() {
    return List.copyOf(problems);
  }

  Configuration configuration() {
    if (target == null || !problems.isEmpty()) {
      throw new IllegalStateException(String.join(" ", problems));
    }
    return new Configuration(
        target, root, auth, tls, insecure, context.requestTimeout(), context.lease());
  }

  private @Nullable Target readTarget() {
    Optional<String> connect = context.setting(Settings.CONNECT);
    Optional<String> peers = context.setting(Settings.PEERS);
    if (connect.isPresent() && peers.isPresent()) {
      return noTarget(LOG.twoEnsembles());
    }
    if (connect.isPresent()) {
      return readExternal(connect.get());
    }
    return peers.isPresent() ? readEmbedded(peers.get()) : noTarget(LOG.noEnsemble());
  }

  private Target readExternal(String connect) {
    String servers = serversOf(connect);
    if (problems.isEmpty()) {
      tls.flatMap(Tls::problem).ifPresent(this::problem);
    }
    addresses(Settings.CONNECT, servers);
    return new Target.External(servers);
  }

  private @Nullable Target readEmbedded(String text) {
    List<Address> peers = addresses(Settings.PEERS, text);
    if (peers.isEmpty()) {
      return null;
    }
    checkPeers(peers);
    Address self = readSelf(peers, text);
    if (self == null) {
      return null;
    }
    // Sorted, so that nodes whose lists differ only in the order of the voters agree on the ids.
    List<Address> voters = peers.stream().limit(Target.Embedded.MAX_VOTERS).sorted().toList();
    String bind = context.setting(Settings.BIND).orElse(self.host());
    boolean votes = voters.contains(self);
    if (votes) {
      checkBind(bind);
      checkData();
    }
    return new Target.Embedded(voters, self, bind, context.setting(Settings.DATA));
  }

  private void checkPeers(List<Address> peers) {
    Set<Address> seen = new HashSet<>();
    for (Address peer : peers) {
      if (!seen.add(peer)) {
        problem(LOG.duplicatePeer(peer));
      }
      if (!peer.leavesRoomForItsPorts()) {
        problem(LOG.portTooHigh(peer));
      }
    }
    if (peers.size() == 2) {
      problem(LOG.twoVoters());
    }
  }

  private @Nullable Address readSelf(List<Address> peers, String text) {
    Optional<String> configured = context.setting(Settings.SELF);
    if (configured.isPresent()) {
      Address self = Address.parse(configured.get()).orElse(null);
      if (self == null) {
        return noAddress(LOG.notAnAddress(Settings.SELF, configured.get()));
      }
      return peers.contains(self) ? self : noAddress(LOG.selfNotListed(self, text));
    }
    String bind = context.setting(Settings.BIND).orElse("");
    List<Address> own = peers.stream().filter(peer -> peer.host().equals(bind)).toList();
    if (own.size() == 1) {
      return own.get(0);
    }
    return peers.size() == 1 ? peers.get(0) : noAddress(LOG.selfUnknown(text, bind));
  }

  private void checkBind(String bind) {
    if (Address.isWildcard(bind)) {
      problem(LOG.wildcardBind(bind));
    } else if (!Address.isLoopback(bind) && !insecure) {
      problem(LOG.openBind(bind));
    }
    if (tls.isPresent()) {
      problem(LOG.tlsIsForExternal());
    }
  }

  private void checkData() {
    Optional<String> data = context.setting(Settings.DATA);
    if (data.isEmpty()) {
      problem(LOG.noData());
    } else {
      new DataDirectory(data.get()).problem().ifPresent(this::problem);
    }
  }

  private String readRoot() {
    String base = context.setting(Settings.ROOT).orElse("/primacy");
    check(Settings.ROOT, base);
    String chroot = context.setting(Settings.CONNECT).map(ConfigurationReader::chrootOf).orElse("");
    check(Settings.CONNECT, chroot);
    return chroot + base + '/' + context.cluster();
  }

  private void check(String key, String path) {
    if (!PATH.matcher(path).matches()) {
      problem(LOG.malformedRoot(key, path));
    }
  }

  private Optional<String> readAuth() {
    Optional<String> value = context.setting(Settings.AUTH);
    if (value.isPresent()) {
      int colon = value.get().indexOf(':');
      if (colon <= 0 || colon == value.get().length() - 1) {
        problem(LOG.malformedAuth());
      }
    }
    return value;
  }

  private Optional<Tls> readTls() {
    Optional<String> keyStore = context.setting(Settings.KEY_STORE);
    Optional<String> trustStore = context.setting(Settings.TRUST_STORE);
    if (keyStore.isEmpty() && trustStore.isEmpty()) {
      return Optional.empty();
    }
    if (keyStore.isEmpty() || trustStore.isEmpty()) {
      problem(LOG.incompleteTls(keyStore.isEmpty() ? Settings.KEY_STORE : Settings.TRUST_STORE));
      return Optional.empty();
    }
    checkReadable(Settings.KEY_STORE, keyStore.get());
    checkReadable(Settings.TRUST_STORE, trustStore.get());
    return Optional.of(
        new Tls(
            keyStore.get(),
            context.setting(Settings.KEY_STORE_PASSWORD).orElse(""),
            trustStore.get(),
            context.setting(Settings.TRUST_STORE_PASSWORD).orElse("")));
  }

  private void checkReadable(String key, String file) {
    if (!Files.isReadable(Path.of(file))) {
      problem(LOG.unreadableStore(key, file));
    }
  }

  private List<Address> addresses(String key, String text) {
    List<Address> found = new ArrayList<>();
    for (String part : text.split(",")) {
      Optional<Address> address = Address.parse(part);
      address.ifPresentOrElse(found::add, () -> problem(LOG.notAnAddress(key, part.strip())));
    }
    return found;
  }

  private static String serversOf(String connect) {
    int slash = connect.indexOf('/');
    return (slash < 0 ? connect : connect.substring(0, slash)).strip();
  }

  private static String chrootOf(String connect) {
    int slash = connect.indexOf('/');
    return slash < 0 || slash == connect.length() - 1 ? "" : connect.substring(slash).strip();
  }

  private void problem(String text) {
    problems.add(text);
  }

  private @Nullable Target noTarget(String text) {
    problems.add(text);
    return null;
  }

  private @Nullable Address noAddress(String text) {
    problems.add(text);
    return null;
  }
}
