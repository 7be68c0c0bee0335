package ballast.report.glossary;

import ballast.lexicon.train.SourceReport;
import ballast.lexicon.train.Training;
import ballast.report.page.Json;
import java.io.IOException;
import java.io.Writer;

/** {@code ballast lexicon train --json}; the contract is in {@code src/site/markdown/json.md}. */
public final class TrainingJson {

  private TrainingJson() {}

  /**
   * Writes the summary as one line.
   *
   * @param file the lexicon, as the user named it
   */
  public static void write(Writer out, String file, Training training) throws IOException {
    try (Json json = Json.line(out)) {
      json.put("file", file).put("bytes", training.bytes().length);
      json.put("chineseWords", training.chineseWords());
      json.put("englishWords", training.englishWords());
      json.put("entries", training.entries()).put("candidates", training.candidates());
      json.array("sources");
      for (SourceReport source : training.sources()) {
        json.object().put("file", source.name()).number("weight", source.weight());
        json.put("read", source.read()).put("kept", source.kept()).object("dropped");
        for (SourceReport.Reason reason : SourceReport.Reason.values()) {
          json.put(name(reason), source.dropped().getOrDefault(reason, 0));
        }
        json.end().end();
      }
      json.end();
    }
  }

  private static String name(SourceReport.Reason reason) {
    return switch (reason) {
      case NOT_A_PAIR -> "notAPair";
      case EMPTY -> "empty";
      case TOO_LONG -> "tooLong";
      case LENGTHS_DIFFER -> "lengthsDiffer";
    };
  }
}
