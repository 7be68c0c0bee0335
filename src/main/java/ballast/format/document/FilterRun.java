package ballast.format.document;

import ballast.bitext.InputException;
import ballast.bitext.Lang;
import ballast.format.article.ArticleFormat;
import ballast.format.document.Filters.Use;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.sf.okapi.common.Event;
import net.sf.okapi.common.LocaleId;
import net.sf.okapi.common.filters.IFilter;
import net.sf.okapi.common.filterwriter.IFilterWriter;
import net.sf.okapi.common.resource.Code;
import net.sf.okapi.common.resource.ITextUnit;
import net.sf.okapi.common.resource.RawDocument;
import net.sf.okapi.common.resource.StartSubDocument;
import net.sf.okapi.common.resource.TextContainer;
import net.sf.okapi.common.resource.TextFragment;

/**
 * Sends a document through its filter and writes what comes out, with translations. Paragraphs
 * without a translation keep every detail of their codes; those with one have the codes that were
 * read.
 */
final class FilterRun {

  private final PackageFile file;
  private final ArticleFormat format;
  private final LocaleId locale;

  FilterRun(PackageFile file, ArticleFormat format, Lang lang) {
    this.file = file;
    this.format = format;
    this.locale = LocaleId.fromString(lang.tag());
  }

  /**
   * The bytes that the filter writes.
   *
   * @param targets translations by {@link Units#key}
   */
  byte[] write(Map<String, TargetUnit> targets) {
    try {
      Path out = Files.createTempFile("ballast-", ".tmp");
      try {
        run(targets, out);
        return Files.readAllBytes(out);
      } finally {
        Files.deleteIfExists(out);
      }
    } catch (IOException e) {
      throw new InputException(
          "cannot write the translation of \"" + file.name() + "\": " + e.getMessage(),
          "make room in the folder for temporary files",
          e);
    }
  }

  private void run(Map<String, TargetUnit> targets, Path out) {
    Set<String> left = new HashSet<>(targets.keySet());
    try (IFilter filter = Filters.of(format, Use.WRITING);
        RawDocument document = Units.document(file, locale);
        IFilterWriter writer = filter.createFilterWriter()) {
      filter.open(document);
      writer.setOptions(locale, "UTF-8");
      writer.setOutput(out.toString());
      String part = "";
      while (filter.hasNext()) {
        Event event = filter.next();
        if (event.isStartSubDocument()) {
          part = Units.part(file, (StartSubDocument) event.getResource());
        } else if (event.isTextUnit()) {
          String key = Units.key(part, event.getTextUnit());
          TargetUnit target = targets.get(key);
          if (target != null) {
            left.remove(key);
            event = new Event(event.getEventType(), translated(event.getTextUnit(), target));
          }
        }
        writer.handleEvent(event);
      }
    } catch (RuntimeException e) {
      throw Units.unreadable(file, e);
    }
    if (!left.isEmpty()) {
      throw new IllegalStateException(left.size() + " units of " + file.name() + " were lost");
    }
  }

  private ITextUnit translated(ITextUnit unit, TargetUnit target) {
    TextFragment now = unit.getSource().getUnSegmentedContentCopy();
    TextFragment then = target.unit().getSource().getUnSegmentedContentCopy();
    ITextUnit written = isAlike(now, then) ? unit : target.unit();
    written.setTarget(locale, new TextContainer(target.target()));
    return written;
  }

  private static boolean isAlike(TextFragment one, TextFragment other) {
    return one.getCodedText().equals(other.getCodedText())
        && describe(one.getCodes()).equals(describe(other.getCodes()));
  }

  private static String describe(List<Code> codes) {
    StringBuilder text = new StringBuilder();
    for (Code code : codes) {
      text.append(code.getId()).append(code.getTagType()).append(code.getData()).append('\n');
    }
    return text.toString();
  }
}
