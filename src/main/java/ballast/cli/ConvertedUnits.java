package ballast.cli;

import ballast.bitext.InputException;
import ballast.bitext.Lang;
import ballast.interchange.FoundPair;
import ballast.interchange.PairOptions;
import ballast.interchange.RawUnit;
import ballast.interchange.UnitEvents;
import ballast.interchange.UnitFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** The pairs of a file on their way into another, and what of it was left out. */
final class ConvertedUnits {

  private final UnitProblems problems = new UnitProblems();
  private int written;

  /**
   * Passes the pairs of a file on, one at a time.
   *
   * @param name what the user calls the file
   * @throws InputException if the file cannot be read, is broken, or has no pair
   */
  void read(Path file, String name, PairOptions options, UnitSink sink) throws IOException {
    try {
      UnitFile.read(file, name, options, events(sink));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    if (written == 0) {
      String pair = options.from() + " and " + options.to();
      throw new InputException(
          "cannot convert \"" + name + "\": it has no pair in " + pair + why(),
          "--from and --to name other languages");
    }
  }

  private String why() {
    return problems.isEmpty() ? "" : " (" + problems.first() + ")";
  }

  private UnitEvents events(UnitSink sink) {
    return new UnitEvents() {
      @Override
      public void pair(FoundPair pair) {
        try {
          sink.write(pair.unit());
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
        written++;
      }

      @Override
      public void refused(RawUnit unit, boolean isPair, String reason) {
        problems.refused(unit.line(), reason);
      }

      @Override
      public void mapped(String code, Lang lang) {
        // It is in that language whatever the file calls it.
      }

      @Override
      public void corrected(int line, String what) {
        problems.corrected(line, what);
      }
    };
  }

  int written() {
    return written;
  }

  /** What was left out or corrected. */
  UnitProblems problems() {
    return problems;
  }
}
