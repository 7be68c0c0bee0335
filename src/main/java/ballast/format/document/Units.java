package ballast.format.document;

import ballast.bitext.Excerpt;
import ballast.bitext.InputException;
import ballast.format.article.ArticleFormat;
import ballast.format.article.FoundBlock;
import ballast.format.document.Filters.Use;
import ballast.format.document.Paragraph.Zone;
import ballast.format.document.Structure.Unit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import net.sf.okapi.common.Event;
import net.sf.okapi.common.LocaleId;
import net.sf.okapi.common.filters.IFilter;
import net.sf.okapi.common.resource.ITextUnit;
import net.sf.okapi.common.resource.RawDocument;
import net.sf.okapi.common.resource.StartSubDocument;
import net.sf.okapi.common.resource.TextFragment;
import org.jspecify.annotations.Nullable;

final class Units {

  /** A block; its unit of the filter is null unless it was requested. */
  record Found(FoundBlock block, Paragraph paragraph, @Nullable Origin origin) {}

  /** The unit of a filter for a block. The key identifies it whenever the document is read. */
  record Origin(String key, ITextUnit unit, TextFragment source, UnitText text) {}

  private static final Comparator<Found> READING_ORDER =
      Comparator.comparing((Found found) -> found.paragraph().zone())
          .thenComparing(found -> found.paragraph().number());

  /** Maximum length of a quoted message of a filter, in UTF-16 units. */
  private static final int MAX_MESSAGE = 200;

  private Units() {}

  /**
   * @throws InputException if the filter cannot read the document
   */
  static List<Found> read(
      PackageFile file, ArticleFormat format, Structure structure, boolean keepUnits) {
    List<Found> blocks = new ArrayList<>();
    try (IFilter filter = Filters.of(format, Use.READING);
        RawDocument document = document(file, LocaleId.US_ENGLISH)) {
      filter.open(document);
      String part = "";
      while (filter.hasNext()) {
        Event event = filter.next();
        if (event.isStartSubDocument()) {
          part = part(file, (StartSubDocument) event.getResource());
        } else if (event.isTextUnit()) {
          Found found = found(part, event.getTextUnit(), format, structure, keepUnits);
          if (found != null) {
            blocks.add(found);
          }
        }
      }
    } catch (InputException e) {
      throw e;
    } catch (RuntimeException e) {
      throw unreadable(file, e);
    }
    blocks.sort(READING_ORDER);
    return blocks;
  }

  static String key(String part, ITextUnit unit) {
    return part + "\n" + unit.getId();
  }

  static RawDocument document(PackageFile file, LocaleId target) {
    return new RawDocument(file.path().toUri(), "UTF-8", LocaleId.CHINA_CHINESE, target);
  }

  static InputException unreadable(PackageFile file, Throwable cause) {
    return new InputException(
        "cannot read \"" + file.name() + "\": it is damaged or unusual" + why(cause),
        "open it in its own program, save it anew and give that file",
        cause);
  }

  /** Returns nothing if the message only names the place in the filter's code where it failed. */
  private static String why(Throwable cause) {
    Throwable root = cause;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    boolean ofCode =
        root instanceof NullPointerException
            || root instanceof ClassCastException
            || root instanceof IndexOutOfBoundsException;
    String said = String.valueOf(root.getMessage()).replaceAll("\\s+", " ");
    said = said.replaceAll(" at \\[row,col.*", ""); // a position in a part does not help the user
    return ofCode || root.getMessage() == null ? "" : ": " + Excerpt.of(said, MAX_MESSAGE);
  }

  static String part(PackageFile file, StartSubDocument start) {
    String name = String.valueOf(start.getName());
    String prefix = file.path() + "/";
    return name.startsWith(prefix) ? name.substring(prefix.length()) : name;
  }

  private static @Nullable Found found(
      String part, ITextUnit unit, ArticleFormat format, Structure structure, boolean keepUnits) {
    TextFragment whole = unit.getSource().getUnSegmentedContentCopy();
    TextFragment source = format == ArticleFormat.ODT ? FieldText.of(whole) : whole;
    String shown = source.getText();
    if (shown.isBlank() || !unit.isTranslatable()) {
      return null;
    }
    String type = unit.getType() == null ? "" : unit.getType();
    String name = unit.getName() == null ? "" : unit.getName();
    Paragraph paragraph = structure.of(new Unit(part, type, name, shown));
    if (paragraph == null || paragraph.zone() == Zone.LEFT_OUT) {
      return null;
    }
    UnitText text =
        UnitText.of(source, paragraph.inside(), structure::isPlain, format == ArticleFormat.XLSX);
    if (text.text().isEmpty()) {
      return null;
    }
    FoundBlock block =
        new FoundBlock(
            text.text(),
            paragraph.type(),
            paragraph.level(),
            paragraph.place(),
            List.of(),
            text.codes(),
            text.unbreakable());
    Origin origin = keepUnits ? new Origin(key(part, unit), unit, source, text) : null;
    return new Found(block, paragraph, origin);
  }
}
