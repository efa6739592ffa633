package dev.primacy.project;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** XML of a page: well-formed, and what of ours it depends on can be had from this build. */
final class XmlBlock {
  private static final Pattern ARTIFACT =
      Pattern.compile(
          "(?:</parent>|<modelVersion>4.0.0</modelVersion>\\s*<groupId>dev.primacy</groupId>)"
              + "\\s*<artifactId>([\\w-]+)</artifactId>");

  private static final Set<String> OURS =
      Project.textFiles().stream()
          .filter(file -> file.endsWith("pom.xml"))
          .map(Project::read)
          .flatMap(pom -> ARTIFACT.matcher(pom).results())
          .map(found -> found.group(1))
          .collect(Collectors.toSet());

  private XmlBlock() {}

  /** Several elements may stand side by side. */
  static List<String> problems(String text) {
    String root = text.startsWith("<?xml") ? text : "<page>" + text + "</page>";
    try {
      return dependencies(builder().parse(new InputSource(new StringReader(root))));
    } catch (SAXException e) {
      return List.of(String.valueOf(e.getMessage()));
    } catch (IOException | ParserConfigurationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static DocumentBuilder builder() throws ParserConfigurationException {
    DocumentBuilder builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
    builder.setErrorHandler(null);
    return builder;
  }

  private static List<String> dependencies(Document document) {
    NodeList found = document.getElementsByTagName("dependency");
    List<String> problems = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      Element dependency = (Element) found.item(i);
      String artifact = text(dependency, "artifactId");
      if (text(dependency, "groupId").equals("dev.primacy")) {
        if (!OURS.contains(artifact)) {
          problems.add("no module has the artifact " + artifact);
        }
        String version = text(dependency, "version");
        if (!version.isEmpty() && !version.equals(Project.version())) {
          problems.add(artifact + " has not the version " + version);
        }
      }
    }
    return problems;
  }

  private static String text(Element element, String name) {
    NodeList found = element.getElementsByTagName(name);
    return found.getLength() == 0 ? "" : found.item(0).getTextContent().strip();
  }
}
