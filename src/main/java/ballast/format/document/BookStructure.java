package ballast.format.document;

import ballast.bitext.BlockType;
import ballast.bitext.CountedNoun;
import ballast.bitext.InputException;
import ballast.format.document.Paragraph.Zone;
import ballast.format.file.StrictDecoder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/** Chapters come in reading order. */
final class BookStructure implements Structure {

  private record Chapter(int number, boolean isContents) {}

  private final PackageFile file;
  private final Map<String, Chapter> chapters = new HashMap<>();
  private final Map<String, BookNotes> notes = new HashMap<>();
  private final Map<String, Integer> counts = new HashMap<>();
  private int number;
  private int pictures;

  BookStructure(PackageFile file) {
    this.file = file;
    String[] book = {""};
    Relations.elements(
        file,
        "META-INF/container.xml",
        xml -> {
          if (xml.name().equals("rootfile") && book[0].isEmpty()) {
            book[0] = xml.attribute("full-path");
          }
        });
    String folder = book[0].substring(0, book[0].lastIndexOf('/') + 1);
    Map<String, String> files = new HashMap<>();
    Map<String, Boolean> contents = new HashMap<>();
    Relations.elements(
        file,
        book[0],
        xml -> {
          String id = xml.attribute("id");
          if (xml.name().equals("item")) {
            files.put(id, Relations.resolved(folder, decoded(xml.attribute("href"))));
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
  public @Nullable Paragraph of(Unit unit) {
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
    BookNotes inChapter = notes.computeIfAbsent(unit.part(), part -> BookNotes.in(file, part));
    if (!contents && inChapter.take(unit.text())) {
      return new Paragraph(BlockType.NOTE, 0, page + ", note " + inChapter.taken, Zone.NOTE, place);
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
  public List<String> notes() {
    List<String> said = new ArrayList<>();
    if (pictures > 0) {
      said.add(CountedNoun.of(pictures, "description") + " of pictures left out");
    }
    return said;
  }

  /**
   * The notes of a chapter of an e-book, marked by {@code epub:type} (EPUB Structural Semantics
   * Vocabulary). The filter does not distinguish them from paragraphs.
   */
  private static final class BookNotes {

    private static final String TYPE = "epub:type";
    private static final String NOTES = "(?:.*\\s)?(?:foot|end|rear)note(?:\\s.*)?";
    private static final String BLOCKS = "p, li, div, td, dd, blockquote, h1, h2, h3, h4, h5, h6";

    private final Map<String, Integer> texts = new HashMap<>();

    private int taken;

    private BookNotes() {}

    static BookNotes in(PackageFile file, String part) {
      BookNotes notes = new BookNotes();
      try (InputStream in = file.part(part)) {
        String page = in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        if (page.contains(TYPE)) {
          notes.read(page);
        }
        return notes;
      } catch (IOException e) {
        return notes; // it has been read before; without its types the notes are paragraphs
      }
    }

    private void read(String page) {
      for (Element note :
          Jsoup.parse(page, Parser.xmlParser()).getElementsByAttributeValueMatching(TYPE, NOTES)) {
        for (Element block : note.select(BLOCKS)) {
          if (block.select(BLOCKS).size() == 1) { // the first one is itself
            add(block);
          }
        }
        if (note.select(BLOCKS).isEmpty()) {
          add(note);
        }
      }
    }

    private void add(Element paragraph) {
      texts.merge(Outline.key(paragraph.text()), 1, Integer::sum);
    }

    /** Whether a text is that of a note not taken before; it cannot be taken again. */
    boolean take(String text) {
      String key = Outline.key(text);
      int left = texts.getOrDefault(key, 0);
      if (left == 0) {
        return false;
      }
      texts.put(key, left - 1);
      taken++;
      return true;
    }
  }
}
