package ballast.workflow.exchange;

import ballast.bitext.InputException;
import ballast.bitext.Lang;
import ballast.format.unit.FoundPair;
import ballast.format.unit.PairOptions;
import ballast.format.unit.UnitFile;
import ballast.format.unit.UnitSink;
import ballast.workflow.ReadingProgress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;

/** Passes the pairs of a file to another file and records what was left out. */
final class ConvertedUnits extends NotingProblems {

  private final UnitSink sink;
  private final ReadingProgress progress;
  private final MappedCodes mapped = new MappedCodes();
  private int written;

  /**
   * @param progress receives each unit that is written
   */
  ConvertedUnits(UnitSink sink, ReadingProgress progress) {
    this.sink = sink;
    this.progress = progress;
  }

  /**
   * Passes the pairs of a file on, one at a time.
   *
   * @param name of the file as the user gave it
   * @throws InputException if the file cannot be read, is broken, or has no pair
   */
  void read(Path file, String name, PairOptions options) throws IOException {
    try {
      UnitFile.read(file, name, options, this, progress);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    if (written == 0) {
      String pair = options.from() + " and " + options.to();
      throw new InputException(
          "cannot convert \"" + name + "\": it has no pair in " + pair + why(),
          "give other languages with --from and --to");
    }
  }

  private String why() {
    return problems().isEmpty() ? "" : " (" + problems().first() + ")";
  }

  @Override
  public void pair(FoundPair pair) {
    try {
      written += sink.write(pair.unit()) ? 1 : 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    progress.unit();
  }

  @Override
  public void mapped(String code, Lang lang) {
    mapped.add(code);
  }

  Map<String, Long> mapped() {
    return mapped.texts();
  }

  int written() {
    return written;
  }
}
