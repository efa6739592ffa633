package dev.primacy.project;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The project's own files. */
final class Project {
  private static final Set<String> NOT_OURS =
      Set.of(".git", ".idea", ".vscode", ".settings", "target", "node_modules");
  private static final Set<String> TEXT =
      Set.of("java", "md", "xml", "sh", "css", "js", "html", "json", "properties", "config", "run");

  private static final Pattern VERSION = Pattern.compile("<version>([^<]+)</version>");

  static final Path ROOT = root();

  private Project() {}

  /** Everything a person wrote, in a stable order. */
  static List<Path> textFiles() {
    List<Path> found = new ArrayList<>();
    try {
      Files.walkFileTree(ROOT, new TextFiles(found));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    found.sort(null);
    return found;
  }

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(file.toString(), e);
    }
  }

  /** The file as a person names it: from the root, with slashes. */
  static String name(Path file) {
    return ROOT.relativize(file).toString().replace('\\', '/');
  }

  /** Of all modules. */
  static String version() {
    Matcher version = VERSION.matcher(read(ROOT.resolve("pom.xml")));
    if (!version.find()) {
      throw new IllegalStateException("pom.xml has no version");
    }
    return version.group(1);
  }

  private static Path root() {
    Path here = Path.of("").toAbsolutePath();
    for (Path at = here; at != null; at = at.getParent()) {
      if (Files.isDirectory(at.resolve(".mvn"))) {
        return at;
      }
    }
    throw new IllegalStateException("no .mvn directory above " + here);
  }

  private static final class TextFiles extends SimpleFileVisitor<Path> {
    private final List<Path> found;

    TextFiles(List<Path> found) {
      this.found = found;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes) {
      return NOT_OURS.contains(String.valueOf(dir.getFileName()))
          ? FileVisitResult.SKIP_SUBTREE
          : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      String name = String.valueOf(file.getFileName());
      if (TEXT.contains(name.substring(name.lastIndexOf('.') + 1))) {
        found.add(file);
      }
      return FileVisitResult.CONTINUE;
    }
  }
}
