package ballast.format.term;

import ballast.bitext.Lang;
import ballast.format.file.XmlEvents;
import ballast.language.LangCode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** The contents of a TBX file, counted as other programs count them. */
public final class FoundTerms {

  private int entries;
  private int omegaT;

  private FoundTerms() {}

  /**
   * Reads a file.
   *
   * @throws ballast.bitext.InputException if it is not TBX
   */
  public static FoundTerms in(Path file) throws IOException {
    FoundTerms found = new FoundTerms();
    String name = String.valueOf(file.getFileName());
    try (InputStream in = Files.newInputStream(file);
        XmlEvents xml = new XmlEvents(in, name, (line, what) -> {})) {
      TbxReader.read(xml, found::count);
    }
    return found;
  }

  private void count(RawTermEntry entry) {
    entries++;
    int english = terms(entry, "en");
    omegaT += english * Math.max(1, terms(entry, "zh"));
  }

  private static int terms(RawTermEntry entry, String language) {
    return (int)
        entry.terms.stream()
            .map(term -> LangCode.lang(term.lang()))
            .filter(lang -> lang != null && lang.language().equals(language))
            .map(Lang::tag)
            .count();
  }

  /** Entries, as Okapi counts. */
  public int entries() {
    return entries;
  }

  /** Every English term with every Chinese one, or alone: entries as OmegaT has them. */
  public int omegaT() {
    return omegaT;
  }
}
