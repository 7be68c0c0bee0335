package ballast.app.page;

import ballast.app.project.ProgramParts;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** The components of the program, as lines and as JSON. */
public final class ProgramText {

  private ProgramText() {}

  public static List<String> lines(ProgramParts parts) {
    return List.of(
        "ballast "
            + parts.version()
            + (parts.commit().isEmpty() ? "" : " (" + parts.commit() + ")"),
        "Java     " + parts.java() + ", " + parts.system(),
        "SQLite   " + parts.sqlite(),
        "lexicon  " + parts.lexicon());
  }

  public static void writeJson(Writer out, ProgramParts parts) throws IOException {
    try (Json json = Json.line(out)) {
      json.put("version", parts.version())
          .put("commit", parts.commit())
          .put("java", parts.java())
          .put("system", parts.system())
          .put("sqlite", parts.sqlite())
          .put("lexicon", parts.lexicon());
    }
  }
}
