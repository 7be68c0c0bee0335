package ballast.format.document;

import ballast.bitext.InputException;
import ballast.bitext.Lang;
import ballast.format.article.ArticleFormat;
import ballast.format.article.TranslatedBlock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.sf.okapi.common.resource.TextFragment;

/**
 * Writes a document again with translations in the place of its blocks: Word, PowerPoint, Excel,
 * OpenDocument text, EPUB and IDML. What has no translation stays as it is. Thread-safe.
 */
public final class DocumentWriter {

  /**
   * What is wrong with the codes of a translation.
   *
   * @param block the number of the block, from 0
   * @param place where the block is in the document
   * @param what in plain words, without a full stop, for example {@code the code 3 is lost}
   */
  public record Problem(int block, String place, String what) {}

  /**
   * A translated document.
   *
   * @param bytes the file
   * @param problems empty if every translation has the codes of its block, each once, pairs inside
   *     pairs; otherwise codes that were lost stand at the end of their blocks in the file, and
   *     what was doubled or unknown is not in it
   */
  @SuppressWarnings("ArrayRecordComponent") // bytes of a file, compared by nobody
  public record Written(byte[] bytes, List<Problem> problems) {

    public Written {
      problems = List.copyOf(problems);
    }
  }

  private final Lang lang;

  /**
   * @param lang the language of the translations
   */
  public DocumentWriter(Lang lang) {
    this.lang = lang;
  }

  /**
   * Writes a document.
   *
   * @param original the bytes of the file that was read
   * @param name what the user calls it, for messages
   * @param translations by the number of the block in the {@link ballast.bitext.Document} that was
   *     read from these bytes, from 0
   * @throws InputException if the file is not one of these formats, cannot be read or cannot be
   *     written as such a document
   */
  public Written write(byte[] original, String name, Map<Integer, TranslatedBlock> translations) {
    ArticleFormat format = ArticleFormat.of(name, original);
    if (format.isText() || format == ArticleFormat.PDF) {
      throw new InputException(
          "cannot write a translation of \"" + name + "\": it is " + format.title(),
          "translate a document in Word, PowerPoint, Excel, OpenDocument, EPUB or IDML format");
    }
    try (PackageFile file = PackageFile.of(original, name)) {
      Protection.refuse(file, format);
      List<Problem> problems = new ArrayList<>();
      Map<String, TargetUnit> targets = targets(file, format, translations, problems);
      byte[] written = new FilterRun(file, format, lang).write(targets);
      return new Written(
          new Repacking(format, lang, PartTimes.of(original)).of(written, name), problems);
    }
  }

  private static Map<String, TargetUnit> targets(
      PackageFile file,
      ArticleFormat format,
      Map<Integer, TranslatedBlock> translations,
      List<Problem> problems) {
    Map<String, TargetUnit> targets = new HashMap<>();
    if (translations.isEmpty()) {
      return targets;
    }
    List<Units.Found> blocks =
        Units.read(file, format, OfficeReader.structure(file, format), /* keepUnits= */ true);
    translations.forEach(
        (number, translation) -> {
          if (number < 0 || number >= blocks.size()) {
            throw new IllegalArgumentException(
                "no block " + number + ": the document has " + blocks.size());
          }
          Units.Found block = blocks.get(number);
          Units.Origin origin = Objects.requireNonNull(block.origin());
          TargetText target = new TargetText(origin.source(), origin.text(), breaks(format));
          TextFragment text = target.of(translation.text(), translation.codes());
          targets.put(origin.key(), new TargetUnit(origin.unit(), text));
          for (String problem : target.problems()) {
            problems.add(new Problem(number, block.paragraph().place(), problem));
          }
        });
    problems.sort(Comparator.comparing(Problem::block));
    return targets;
  }

  private static TargetText.BreakStyle breaks(ArticleFormat format) {
    return switch (format) {
      case XLSX -> TargetText.BreakStyle.LINE_FEED;
      case ODT -> TargetText.BreakStyle.TEXT_ELEMENT;
      case EPUB -> TargetText.BreakStyle.PAGE_ELEMENT;
      default -> TargetText.BreakStyle.SEPARATOR;
    };
  }
}
