package ballast.format.document;

import ballast.bitext.BlockType;
import ballast.bitext.InputException;
import ballast.format.document.Paragraph.Zone;
import ballast.format.file.StrictDecoder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/** Chapters come in reading order. */
final class BookStructure extends Structure {

  private static final String TYPE = "epub:type";
  private static final String NOTES = "(?:.*\\s)?(?:foot|end|rear)note(?:\\s.*)?";
  private static final String BLOCKS = "p, li, div, td, dd, blockquote, h1, h2, h3, h4, h5, h6";

  private record Chapter(int number, boolean isContents) {}

  private final Map<String, Chapter> chapters = new HashMap<>();
  private final Map<String, Map<String, Integer>> notes = new HashMap<>();
  private final Map<String, Integer> counts = new HashMap<>();
  private int number;
  private int pictures;

  BookStructure(PackageFile file) {
    super(file);
    String[] book = {""};
    file.elements(
        "META-INF/container.xml",
        xml -> {
          if (xml.name().equals("rootfile") && book[0].isEmpty()) {
            book[0] = xml.attribute("full-path");
          }
        });
    String folder = book[0].substring(0, book[0].lastIndexOf('/') + 1);
    Map<String, String> files = new HashMap<>();
    Map<String, Boolean> contents = new HashMap<>();
    file.elements(
        book[0],
        xml -> {
          String id = xml.attribute("id");
          if (xml.name().equals("item")) {
            files.put(id, PackageFile.resolved(folder, decoded(xml.attribute("href"))));
            contents.put(id, xml.attribute("properties").matches("(.* )?nav( .*)?"));
          } else if (xml.name().equals("itemref")) {
            String ref = xml.attribute("idref");
            chapters.putIfAbsent(
                files.getOrDefault(ref, ""),
                new Chapter(chapters.size(), contents.getOrDefault(ref, false)));
          }
        });
    chapters.keySet().forEach(this::requireUtf8);
  }

  /** The filter reads every page as UTF-8 and would garble other encodings. */
  private void requireUtf8(String part) {
    InputStream page = file.part(part);
    if (page == null) {
      return;
    }
    try (page) {
      byte[] bytes = page.readAllBytes();
      boolean[] isWide = new boolean[1];
      boolean isUtf8 =
          StrictDecoder.run(
                  bytes,
                  0,
                  StandardCharsets.UTF_8,
                  text -> isWide[0] |= text.chars().anyMatch(c -> c == 0))
              == null;
      if (!isUtf8 || isWide[0]) {
        throw new InputException(
            "cannot read \"" + file.name() + "\": its chapter " + part + " is not in UTF-8",
            "save the book anew in an editor of e-books, for example Sigil or Calibre");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e); // it has been unpacked before
    }
  }

  /** Decodes a name in the archive; if its percent signs are not escapes, the name is unchanged. */
  private static String decoded(String href) {
    try {
      return URLDecoder.decode(href.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return href;
    }
  }

  @Override
  @Nullable Paragraph of(Unit unit) {
    String type = unit.type();
    if (type.equals("title") || type.equals("keywords") || type.equals("description")) {
      return null;
    }
    if (type.matches("alt|x-alt|x-title")) {
      pictures++;
      return null;
    }
    Chapter chapter = chapters.get(unit.part());
    boolean contents = chapter == null || chapter.isContents();
    long place = (long) (chapter == null ? Integer.MAX_VALUE : chapter.number()) << 32 | number++;
    String page = unit.part().substring(unit.part().lastIndexOf('/') + 1);
    Map<String, Integer> left = notes.computeIfAbsent(unit.part(), this::notes);
    String text = Outline.key(unit.text());
    if (!contents && left.getOrDefault(text, 0) > 0) {
      left.merge(text, -1, Integer::sum);
      int note = counts.merge(unit.part() + " note", 1, Integer::sum);
      return new Paragraph(BlockType.NOTE, 0, page + ", note " + note, Zone.NOTE, place);
    }
    BlockType block = contents ? BlockType.FURNITURE : type(type);
    boolean heading = block == BlockType.HEADING;
    String kind = heading ? "heading" : "paragraph";
    int count = counts.merge(unit.part() + " " + kind, 1, Integer::sum);
    return new Paragraph(
        block,
        heading ? type.charAt(1) - '0' : 0,
        page + ", " + kind + " " + count,
        contents ? Zone.MARGIN : Zone.BODY,
        place);
  }

  private static BlockType type(String type) {
    return switch (type) {
      case "h1", "h2", "h3", "h4", "h5", "h6" -> BlockType.HEADING;
      case "li", "x-li", "dt", "dd", "x-dt", "x-dd" -> BlockType.LIST_ITEM;
      case "td", "th", "x-td", "x-th" -> BlockType.CELL;
      case "caption", "x-caption", "figcaption", "x-figcaption" -> BlockType.CAPTION;
      case "pre", "x-pre" -> BlockType.CODE;
      default -> BlockType.PARAGRAPH;
    };
  }

  @Override
  void addNotes(List<String> notes) {
    leftOut(pictures, "description of pictures", "descriptions of pictures", notes);
  }

  /**
   * Returns the texts of the notes of a chapter with their frequencies. They are marked by {@code
   * epub:type} (EPUB Structural Semantics Vocabulary); the filter does not distinguish them from
   * paragraphs.
   */
  private Map<String, Integer> notes(String part) {
    Map<String, Integer> texts = new HashMap<>();
    try (InputStream in = file.part(part)) {
      String page = in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
      if (page.contains(TYPE)) {
        for (Element note :
            Jsoup.parse(page, Parser.xmlParser())
                .getElementsByAttributeValueMatching(TYPE, NOTES)) {
          List<Element> innermost =
              note.select(BLOCKS).stream()
                  .filter(block -> block.select(BLOCKS).size() == 1) // the first one is itself
                  .toList();
          (innermost.isEmpty() ? List.of(note) : innermost)
              .forEach(block -> texts.merge(Outline.key(block.text()), 1, Integer::sum));
        }
      }
    } catch (IOException e) {
      // It has been read before; without its types the notes are paragraphs.
    }
    return texts;
  }
}
