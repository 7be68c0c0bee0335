package ballast.workflow.merge;

import ballast.bitext.InlineCode;
import ballast.bitext.InputException;
import ballast.bitext.Lang;
import ballast.bitext.Side;
import ballast.bitext.Status;
import ballast.bitext.Unit;
import ballast.format.file.FileInput;
import ballast.format.file.FileStart;
import ballast.format.unit.FoundPair;
import ballast.format.unit.PairOptions;
import ballast.format.unit.RawUnit;
import ballast.format.unit.TranslationState;
import ballast.format.unit.UnitEvents;
import ballast.format.unit.UnitFile;
import ballast.format.unit.UnitFormat;
import ballast.workflow.Workplace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the sentences of one document from an XLIFF file, translated or not, in its order. */
final class XliffSentences {

  private static final String DOCUMENT = "x-document";

  /**
   * A sentence.
   *
   * @param source its text
   * @param target its translation; empty if it has none, a person has rejected it, or it is the
   *     source, which tools put there for the translator to overwrite
   * @param codes codes of the translation, by rising offset
   */
  record Sentence(String source, String target, List<InlineCode> codes) {

    Sentence {
      codes = List.copyOf(codes);
    }
  }

  private XliffSentences() {}

  /**
   * Refuses a file that is not XLIFF by its first bytes.
   *
   * @throws InputException if it is not, or there is no such file
   */
  static void check(Workplace workplace, String file) {
    Path path = workplace.resolve(file);
    if (!Files.isRegularFile(path)) {
      String why = Files.exists(path) ? "it is not a file" : "the file does not exist";
      throw new InputException("cannot read \"" + file + "\": " + why, "check the name");
    }
    try {
      FileStart start = FileStart.of(path);
      if (UnitFile.format(path).filter(UnitFormat.XLIFF::equals).isEmpty()) {
        throw new InputException(
            "\"" + file + "\" is not an XLIFF file: " + start,
            "give the document first, then the XLIFF file:"
                + " ballast merge DOCUMENT FILE.xlf -o RESULT");
      }
    } catch (IOException e) {
      throw FileInput.unreadable(file, e);
    }
  }

  /**
   * The sentences.
   *
   * @param file name of the XLIFF file
   * @param document name of the document in it; empty for all that the file holds
   * @throws ballast.bitext.InputException if the file cannot be read
   */
  static List<Sentence> read(
      Workplace workplace, String file, String document, Lang from, Lang to) {
    Collector collector = new Collector(document);
    PairOptions options =
        new PairOptions(
                from,
                to,
                /* acceptVariant= */ true,
                Status.DRAFT,
                workplace.clock().instant().truncatedTo(ChronoUnit.SECONDS))
            .trusted();
    UnitFile.read(workplace.resolve(file), file, options, collector);
    return collector.sentences;
  }

  private static final class Collector implements UnitEvents {

    private final String document;
    private final List<Sentence> sentences = new ArrayList<>();

    Collector(String document) {
      this.document = document;
    }

    private boolean isOther(RawUnit raw) {
      Optional<String> of =
          raw.properties().stream()
              .filter(property -> property.name().equals(DOCUMENT))
              .map(property -> property.value())
              .findFirst();
      return !document.isEmpty() && of.isPresent() && !of.get().equals(document);
    }

    @Override
    public void pair(FoundPair pair) {
      if (isOther(pair.raw())) {
        return;
      }
      Unit unit = pair.unit();
      boolean unusable = unit.provenance().status() == Status.REJECTED || isCopy(pair.raw(), unit);
      List<InlineCode> codes =
          unit.codes().stream().filter(code -> code.side() == Side.TARGET).toList();
      sentences.add(
          unusable
              ? new Sentence(unit.source(), "", List.of())
              : new Sentence(unit.source(), unit.target(), codes));
    }

    /** Whether a tool has put the source there and nobody has worked on it. */
    private static boolean isCopy(RawUnit raw, Unit unit) {
      boolean isStateless =
          raw.properties().stream().noneMatch(one -> one.name().equals("x-xliff-state"));
      return unit.source().equals(unit.target())
          && (isStateless || TranslationState.isUntouched(raw.properties()));
    }

    @Override
    public void refused(RawUnit unit, boolean isPair, String reason) {
      if (!isOther(unit) && !unit.variants().isEmpty()) {
        sentences.add(new Sentence(unit.variants().get(0).text(), "", List.of()));
      }
    }

    @Override
    public void mapped(String code, Lang lang) {
      // A code of the same language.
    }

    @Override
    public void corrected(int line, String what) {
      // A character that XML forbids cannot be in the original either.
    }
  }
}
