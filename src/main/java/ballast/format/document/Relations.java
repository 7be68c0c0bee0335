package ballast.format.document;

import ballast.format.file.XmlEvents;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Finds the parts of an Office Open XML document that belong to a part. */
final class Relations {

  private static final int MAX_REACHED = 1_000;

  private Relations() {}

  /** Returns the targets by relation ID, in order. */
  static Map<String, String> of(PackageFile file, String part) {
    Map<String, String> targets = new LinkedHashMap<>();
    int slash = part.lastIndexOf('/') + 1;
    String folder = part.substring(0, slash);
    elements(
        file,
        folder + "_rels/" + part.substring(slash) + ".rels",
        xml -> {
          if (xml.name().equals("Relationship")
              && !xml.attribute("TargetMode").equals("External")) {
            targets.put(xml.attribute("Id"), resolved(folder, xml.attribute("Target")));
          }
        });
    return targets;
  }

  /**
   * @param stop parts whose name begins with one of these are not followed
   */
  static List<String> reached(PackageFile file, String part, List<String> stop) {
    List<String> reached = new ArrayList<>(List.of(part));
    for (int i = 0; i < reached.size() && reached.size() < MAX_REACHED; i++) {
      for (String target : of(file, reached.get(i)).values()) {
        if (stop.stream().noneMatch(target::startsWith) && !reached.contains(target)) {
          reached.add(target);
        }
      }
    }
    return reached;
  }

  /** Maps the {@code r:id} of each element of a name to its attribute {@code label}. */
  static Map<String, String> ids(PackageFile file, String part, String element, String label) {
    Map<String, String> ids = new LinkedHashMap<>();
    elements(
        file,
        part,
        xml -> {
          if (xml.name().equals(element)) {
            xml.attributes().stream()
                .filter(attribute -> attribute.name().endsWith(":id"))
                .forEach(attribute -> ids.put(attribute.value(), xml.attribute(label)));
          }
        });
    return ids;
  }

  static void elements(PackageFile file, String part, Consumer<XmlEvents> sink) {
    file.read(
        part,
        xml -> {
          while (xml.nextStart()) {
            sink.accept(xml);
          }
        });
  }

  static int count(PackageFile file, String part, Predicate<XmlEvents> isCounted) {
    int[] count = new int[1];
    elements(file, part, xml -> count[0] += isCounted.test(xml) ? 1 : 0);
    return count[0];
  }

  static String resolved(String folder, String target) {
    if (target.startsWith("/")) {
      return target.substring(1);
    }
    String path = folder;
    String rest = target;
    while (rest.startsWith("../") && !path.isEmpty()) {
      path = path.substring(0, path.lastIndexOf('/', path.length() - 2) + 1);
      rest = rest.substring(3);
    }
    return path + rest;
  }
}
