package ballast.workbench.articles;

import ballast.server.RefusedException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The name under which a file that was dropped is kept: below the folder of articles, and usable on
 * every system.
 */
final class DroppedName {

  private static final int MAX_DEPTH = 8;

  /** Bytes of a name in UTF-8; file systems take 255, temporary names need some. */
  private static final int MAX_BYTES = 200;

  /** What Windows does not take, and what cannot be seen. */
  private static final Pattern FORBIDDEN = Pattern.compile("[<>:\"|?*\\p{Cntrl}\\p{Cf}]");

  private static final Set<String> DEVICES =
      Set.of("con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "lpt1", "lpt2", "lpt3");

  private DroppedName() {}

  /**
   * @param name as the browser gives it: a file, or a path in a folder that was dropped
   * @return relative, with {@code /} between folders
   * @throws RefusedException if it is no name of a file
   */
  static String of(String name) {
    List<String> parts = new ArrayList<>();
    for (String part : name.split("[/\\\\]", -1)) {
      if (!part.isEmpty() && !part.equals(".")) {
        parts.add(part(part, name));
      }
    }
    if (parts.isEmpty() || parts.size() > MAX_DEPTH) {
      throw refused(name);
    }
    return String.join("/", parts);
  }

  private static String part(String part, String name) {
    String clean =
        FORBIDDEN.matcher(Normalizer.normalize(part, Normalizer.Form.NFC)).replaceAll("_").strip();
    int dot = clean.indexOf('.');
    String stem = (dot < 0 ? clean : clean.substring(0, dot)).toLowerCase(Locale.ROOT);
    boolean unusable =
        clean.isEmpty()
            || clean.startsWith(".")
            || clean.endsWith(".")
            || DEVICES.contains(stem)
            || clean.indexOf('\uFFFD') >= 0
            || clean.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES;
    if (unusable) {
      throw refused(name);
    }
    return clean;
  }

  private static RefusedException refused(String name) {
    return RefusedException.badRequest(
        "\"" + name + "\" cannot be kept under this name: rename the file and drop it again");
  }
}
