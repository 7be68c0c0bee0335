package ballast.format.document;

import ballast.bitext.Correction.TextEdit;
import ballast.bitext.Document;
import ballast.bitext.InputException;
import ballast.bitext.Location;
import ballast.bitext.Span;
import ballast.format.article.ReadText;
import ballast.format.file.FileInput;
import ballast.format.file.LineIndex;
import ballast.format.file.RawText;
import ballast.format.file.RawText.Rewriting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Replaces parts of an article, plain text or page, in its file. As with files of units, the result
 * is read again before it is offered for writing.
 */
public final class ArticleEdit {

  private ArticleEdit() {}

  /**
   * @param reading the file as it was read
   * @param edits edits of the document's text, by keys of the caller's choice
   * @throws InputException if the file cannot be read
   */
  public static Rewriting prepare(
      Path file, ReadText reading, DocumentReader reader, Map<Integer, List<TextEdit>> edits) {
    if (!reading.format().isText()) {
      String why = "it stands in " + reading.format().title() + "; correct it there";
      return new Rewriting(file, null, refused(edits, why));
    }
    Document document = reading.document();
    byte[] bytes;
    try {
      bytes = Files.readAllBytes(file);
    } catch (IOException e) {
      throw FileInput.unreadable(document.name(), e);
    }
    Optional<RawText> raw = RawText.of(bytes, reading.encoding().charset());
    if (raw.isEmpty() || !reader.read(bytes, document.name()).sha256().equals(reading.sha256())) {
      String why = "its bytes do not all belong to its encoding";
      return new Rewriting(file, null, refused(edits, why));
    }
    Map<Integer, String> refused = new TreeMap<>();
    List<TextEdit> located = new ArrayList<>();
    List<TextEdit> all = new ArrayList<>();
    String text = raw.get().text();
    LineIndex lines = new LineIndex(text);
    edits.forEach(
        (key, keyEdits) -> {
          for (TextEdit edit : keyEdits) {
            all.add(edit);
            Optional<TextEdit> found = located(document, edit, text, lines);
            found.ifPresent(located::add);
            if (found.isEmpty()) {
              refused.put(key, "the file writes the words differently, or they contain markup");
            } else if (!raw.get().canEncode(edit.text())) {
              refused.put(key, "the file's encoding cannot write these characters");
            }
          }
        });
    if (!refused.isEmpty()) {
      return new Rewriting(file, null, refused);
    }
    RawText edited = raw.get().with(located);
    Document now = reader.read(edited.bytes(), document.name()).document();
    return now.text().equals(TextEdit.all(all, document.text()))
        ? new Rewriting(file, edited, Map.of())
        : new Rewriting(
            file, edited, refused(edits, "the changed file would not be read as intended"));
  }

  private static Map<Integer, String> refused(Map<Integer, ?> edits, String why) {
    return edits.keySet().stream().collect(Collectors.toMap(key -> key, key -> why));
  }

  /** Returns the edit in the file; empty if that has other characters there. */
  private static Optional<TextEdit> located(
      Document document, TextEdit edit, String raw, LineIndex lines) {
    Location where = document.location(edit.span().start());
    int mark = where.line() == 1 && raw.startsWith("\uFEFF") ? 1 : 0;
    int start = lines.offset(where.line(), where.column() + mark);
    String found = edit.span().of(document.text());
    return start >= 0 && raw.startsWith(found, start) && edit.text().indexOf('<') < 0
        ? Optional.of(new TextEdit(new Span(start, start + found.length()), edit.text()))
        : Optional.empty();
  }
}
