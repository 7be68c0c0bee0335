package ballast.format.document;

import static java.util.stream.Collectors.joining;

import ballast.bitext.InputException;
import ballast.bitext.Span;
import ballast.format.article.ArticleFormat;
import ballast.format.article.ReadText;
import ballast.format.article.ReaderOptions;
import ballast.format.document.PackageEdit.Stretch;
import ballast.format.file.RawText;
import ballast.format.file.TagScanner;
import ballast.format.file.XmlEvents;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Writes comments into a Word document, each around a sentence. */
public final class WordComments {

  /**
   * A comment in Word.
   *
   * @param text lines of plain text
   */
  public record Comment(RevisionAuthor author, String text) {}

  /**
   * A comment to write.
   *
   * @param span a sentence in the text of the document
   */
  public record Placed(Span span, Comment comment) {}

  /**
   * A document with comments.
   *
   * @param written number of comments that it did not have yet
   * @param refused the reasons why others are not in it, by their places in the list
   */
  @SuppressWarnings("ArrayRecordComponent") // bytes of a file, never compared
  public record Written(byte[] bytes, int written, Map<Integer, String> refused) {}

  /** Maximum length of a comment in UTF-16 units; as much as a cell of a table can hold. */
  static final int MAX_TEXT = 32_767;

  private static final String MAIN = "word/document.xml";
  private static final String RELATIONS = "word/_rels/document.xml.rels";
  private static final String TYPES = "[Content_Types].xml";
  private static final String HEAD =
      "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
  private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
  private static final String ORDINARY = "http://schemas.openxmlformats.org/%s/2006/%s";
  private static final String STRICT = "http://purl.oclc.org/ooxml/%s/%s";

  private final PackageEdit edit;
  private final Map<String, List<Comment>> known;
  private final Map<Stretch, Map<Integer, Comment>> fresh = new LinkedHashMap<>();
  private int last;

  private WordComments(PackageEdit edit) {
    this.edit = edit;
    this.known = read(edit.file());
    Stream.concat(known.keySet().stream(), edit.part(MAIN).anchors.keySet().stream())
        .filter(id -> id.matches("\\d{1,8}"))
        .forEach(id -> last = Math.max(last, Integer.parseInt(id)));
  }

  /**
   * @param bytes the document
   * @param text what it was read as
   * @param options with which it was read
   * @throws InputException if it cannot be read
   */
  public static Written write(
      byte[] bytes, ReadText text, ReaderOptions options, List<Placed> comments) {
    String name = text.document().name();
    ReaderOptions same = options.forTranslation().withLang(text.document().lang());
    ReadText whole = new DocumentReader(same).read(bytes, name);
    Map<Integer, String> refused = new TreeMap<>();
    try (PackageEdit edit = new PackageEdit(bytes, name, ArticleFormat.DOCX)) {
      WordComments writing = new WordComments(edit);
      List<Span> sentences = comments.stream().map(Placed::span).toList();
      List<List<Stretch>> found = edit.stretches(text.document(), whole.document(), sentences);
      for (int i = 0; i < comments.size(); i++) {
        List<Stretch> places = found.get(i);
        if (places.isEmpty() || !writing.add(places.get(0), comments.get(i).comment())) {
          refused.put(i, "Word has no place for a comment there");
        }
      }
      int count = writing.fresh.values().stream().mapToInt(Map::size).sum();
      byte[] written = count == 0 ? bytes : writing.written();
      if (!new BlockWriter(same, bytes, whole, null).wrong(written, Map.of()).isEmpty()) {
        throw new IllegalStateException("comments have changed the text of " + name);
      }
      return new Written(written, count, refused);
    }
  }

  private boolean add(Stretch stretch, Comment comment) {
    if (stretch.paragraph().part != edit.part(MAIN)
        || !stretch.paragraph().isInRuns(stretch.span())) {
      return false;
    }
    boolean isThere =
        edit.part(MAIN).anchors.entrySet().stream()
            .filter(one -> one.getValue() >= stretch.start() && one.getValue() < stretch.end())
            .flatMap(one -> known.getOrDefault(one.getKey(), List.of()).stream())
            .anyMatch(one -> isSame(one, comment));
    Map<Integer, Comment> here = fresh.computeIfAbsent(stretch, place -> new TreeMap<>());
    if (!isThere && here.values().stream().noneMatch(one -> isSame(one, comment))) {
      here.put(++last, comment);
    }
    return true;
  }

  private static boolean isSame(Comment one, Comment other) {
    return one.author().name().equals(other.author().name())
        && one.text().strip().equals(other.text().strip());
  }

  /** Returns the comments of a document by ID; two may have the same. */
  static Map<String, List<Comment>> read(PackageFile file) {
    Map<String, List<Comment>> comments = new LinkedHashMap<>();
    file.elements(
        part(file),
        xml -> {
          if (xml.name().equals("comment")) {
            String id = xml.attribute("id");
            RevisionAuthor author =
                RevisionAuthor.of(xml.attribute("author"), xml.attribute("date"));
            Comment comment = new Comment(author, text(xml));
            comments.computeIfAbsent(id, one -> new ArrayList<>()).add(comment);
          }
        });
    return comments;
  }

  private static String text(XmlEvents xml) {
    StringBuilder text = new StringBuilder();
    int outside = xml.depth() - 1;
    while (xml.nextInside(outside)) {
      switch (xml.name()) {
        case "p", "br", "cr" -> text.append('\n');
        case "tab" -> text.append('\t');
        case "t" -> text.append(xml.allText(MAX_TEXT));
        default -> {
          // Formatting.
        }
      }
    }
    return text.toString().strip();
  }

  private static String part(PackageFile file) {
    List<String> parts = new ArrayList<>();
    file.elements(
        RELATIONS,
        xml -> {
          boolean isOutside = xml.attribute("TargetMode").equals("External");
          if (xml.attribute("Type").endsWith("/comments") && !isOutside) {
            parts.add(PackageFile.resolved("word/", xml.attribute("Target")));
          }
        });
    return parts.isEmpty() ? "word/comments.xml" : parts.get(0);
  }

  /** Adds the comments, with the part for them if there is none. */
  private byte[] written() {
    // Of insertions at one place, the last is written first.
    fresh.entrySet().stream()
        .filter(place -> !place.getValue().isEmpty())
        .sorted(Comparator.comparing(place -> -place.getKey().start()))
        .forEach(
            place ->
                place
                    .getKey()
                    .paragraph()
                    .comment(place.getKey().span(), place.getValue().keySet()));
    String part = part(edit.file());
    String strict = STRICT.formatted("wordprocessingml", "main");
    boolean isStrict = edit.part(MAIN).raw.text().contains('"' + strict + '"');
    String form = isStrict ? STRICT : ORDINARY;
    String space = " xmlns:w=\"" + form.formatted("wordprocessingml", "main") + '"';
    String there = edit.part(part).raw.text();
    String declared = there.isEmpty() || there.contains(" xmlns:w=") ? "" : space;
    StringBuilder comments = new StringBuilder();
    fresh
        .values()
        .forEach(all -> all.forEach((id, one) -> comments.append(xml(id, one, declared))));
    Map<String, byte[]> changed = new HashMap<>();
    append(part, "<w:comments" + space + "/>", comments.toString(), changed);
    name(part, form.formatted("officeDocument", "relationships") + "/comments", changed);
    return edit.write(changed);
  }

  private void name(String part, String type, Map<String, byte[]> changed) {
    if (!edit.file().targets(MAIN).containsValue(part)) {
      String link =
          "<Relationship xmlns=\"%srelationships\" Id=\"rIdComments\" Type=\"%s\" Target=\"/%s\"/>"
              .formatted(PACKAGE, type, part);
      String none = "<Relationships xmlns=\"%srelationships\"/>".formatted(PACKAGE);
      append(RELATIONS, none, link, changed);
    }
    if (!edit.part(TYPES).raw.text().contains("PartName=\"/" + part + '"')) {
      String kind =
          "<Override xmlns=\"%scontent-types\" PartName=\"/%s\" ContentType=\"application/"
              + "vnd.openxmlformats-officedocument.wordprocessingml.comments+xml\"/>";
      append(TYPES, "", kind.formatted(PACKAGE, part), changed);
    }
  }

  private void append(String part, String none, String added, Map<String, byte[]> changed) {
    RawText raw = edit.part(part).raw;
    String text = edit.file().parts().contains(part) ? raw.text() : HEAD + none;
    changed.put(part, raw.of(TagScanner.append(text, added)).bytes());
  }

  private static String xml(int id, Comment comment, String space) {
    String name = comment.author().name();
    String initial = name.isEmpty() ? "" : Character.toString(name.codePointAt(0));
    String paragraphs =
        comment
            .text()
            .lines()
            .map(RevisionAuthor::quoted)
            .map("<w:p><w:r><w:t xml:space=\"preserve\">%s</w:t></w:r></w:p>"::formatted)
            .collect(joining());
    return "<w:comment%s w:id=\"%d\" w:author=\"%s\" w:date=\"%s\" w:initials=\"%s\">%s</w:comment>"
        .formatted(
            space,
            id,
            RevisionAuthor.quoted(name),
            comment.author().time(),
            RevisionAuthor.quoted(initial),
            paragraphs);
  }
}
