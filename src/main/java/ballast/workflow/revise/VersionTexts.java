package ballast.workflow.revise;

import ballast.bitext.Lang;
import ballast.bitext.Segment;
import ballast.format.article.ReadText;
import ballast.format.document.DocumentReader;
import ballast.segment.Segmenter;
import ballast.workflow.Notices;
import ballast.workflow.Texts;
import ballast.workflow.Workplace;
import ballast.workflow.align.WholeBlocks;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the texts of versions, cut into sentences. */
final class VersionTexts {

  private final Workplace workplace;
  private final Notices notices;
  private final VersionReading reading;
  private final Segmenter segmenter;

  VersionTexts(Workplace workplace, Notices notices, VersionReading reading) {
    this.workplace = workplace;
    this.notices = notices;
    this.reading = reading;
    this.segmenter = Segmenter.create(reading.segmentation());
  }

  /**
   * A text.
   *
   * @param lang null of a version that does not exist
   * @param segments none of a version that does not exist
   */
  record Sentences(@Nullable Lang lang, List<Segment> segments) {
    Lang lang(Lang other) {
      Lang own = lang;
      return own == null ? other : own;
    }
  }

  /** A translation. */
  Sentences translation(VersionFile file) {
    return read(file, reading.languages().target());
  }

  /** A source. */
  Sentences source(String file) {
    return read(VersionFile.of(file), reading.languages().source());
  }

  private Sentences read(VersionFile file, @Nullable Lang wanted) {
    if (file.isAbsent()) {
      return new Sentences(wanted, List.of());
    }
    DocumentReader reader = new DocumentReader(reading.reader().withLang(wanted));
    ReadText text =
        file.name().equals(file.file())
            ? Texts.read(workplace, reader, file.file())
            : reader.read(workplace.resolve(file.file()), file.name());
    Lang lang = text.document().lang();
    notices.detail(file.name() + ": " + lang + ", " + text.encoding().charset().name());
    text.notes().forEach(note -> notices.detail("  " + note));
    Texts.warn(text, notices);
    return new Sentences(
        lang,
        reading.isByLine() ? WholeBlocks.of(text.document()) : segmenter.segment(text.document()));
  }
}
