package ballast.format.document;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/**
 * The notes of a chapter of an e-book: what an element says to be one by {@code epub:type} (EPUB
 * Structural Semantics Vocabulary). The filter does not tell them from paragraphs.
 */
final class BookNotes {

  private static final String TYPE = "epub:type";
  private static final String NOTES = "(?:.*\\s)?(?:foot|end|rear)note(?:\\s.*)?";
  private static final String BLOCKS = "p, li, div, td, dd, blockquote, h1, h2, h3, h4, h5, h6";

  /** How many paragraphs of notes have a text, by its {@link TextKey}. */
  private final Map<String, Integer> texts = new HashMap<>();

  private int taken;

  private BookNotes() {}

  /** The notes in a part of a book; none if there is no such part. */
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
    texts.merge(TextKey.of(paragraph.text()), 1, Integer::sum);
  }

  /** Whether a text is that of a note, which is not found again. */
  boolean take(String text) {
    String key = TextKey.of(text);
    int left = texts.getOrDefault(key, 0);
    if (left == 0) {
      return false;
    }
    texts.put(key, left - 1);
    taken++;
    return true;
  }

  /** How many have been taken. */
  int taken() {
    return taken;
  }
}
