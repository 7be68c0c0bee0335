package ballast.workbench.browser;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.omegat.util.Language;
import org.omegat.util.RuntimePreferences;
import org.omegat.util.TMXReader2;

/** Reads a TMX file as OmegaT does: with its own reader, unmodified. */
final class OmegaTReader {

  private static final String PARSER = "javax.xml.stream.XMLInputFactory";

  private OmegaTReader() {}

  /**
   * The pairs of a file for a project from Chinese into English: sources with their translations.
   *
   * @param configuration a folder for the program's own files
   */
  static Map<String, String> pairs(Path tmx, Path configuration) throws Exception {
    RuntimePreferences.setConfigDir(configuration.toString());
    Map<String, String> pairs = new TreeMap<>();
    reader()
        .readTMX(
            tmx.toFile(),
            new Language("ZH-CN"),
            new Language("EN-US"),
            /* isSegmentingEnabled= */ true,
            /* forceOmegaTMX= */ false,
            /* extTmxLevel2= */ false,
            /* useSlash= */ false,
            (unit, source, target, isParagraph) -> {
              pairs.put(source.text, target.text);
              return true;
            });
    return pairs;
  }

  /** With the parser that OmegaT comes with, not the one that tests happen to have. */
  private static TMXReader2 reader() {
    String before = System.getProperty(PARSER);
    System.setProperty(PARSER, "com.sun.xml.internal.stream.XMLInputFactoryImpl");
    try {
      return new TMXReader2();
    } finally {
      if (before == null) {
        System.clearProperty(PARSER);
      } else {
        System.setProperty(PARSER, before);
      }
    }
  }
}
