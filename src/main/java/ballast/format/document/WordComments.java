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
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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

  static final String MAIN = "word/document.xml";
  private static final String RELATIONS = "word/_rels/document.xml.rels";
  private static final String TYPES = "[Content_Types].xml";
  private static final String TYPE =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml";
  private static final Pattern ROOT = Pattern.compile("<(\\w+:|)document[\\s>]");
  private static final String HEAD =
      "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
  private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
  private static final String OFFICE =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String STRICT = "http://purl.oclc.org/ooxml/officeDocument/relationships";

  private final PackageEdit edit;
  private final Map<String, List<Comment>> known;
  private final Map<Stretch, List<Integer>> places = new LinkedHashMap<>();
  private final Map<Integer, Comment> fresh = new TreeMap<>();
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
      byte[] written = writing.written(bytes);
      if (!new BlockWriter(same, bytes, whole, null).wrong(written, Map.of()).isEmpty()) {
        throw new IllegalStateException("comments have changed the text of " + name);
      }
      return new Written(written, writing.fresh.size(), refused);
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
    List<Integer> ids = places.computeIfAbsent(stretch, place -> new ArrayList<>());
    if (!isThere && ids.stream().noneMatch(id -> isSame(fresh.get(id), comment))) {
      ids.add(++last);
      fresh.put(last, comment);
    }
    return true;
  }

  private static boolean isSame(@Nullable Comment one, Comment other) {
    return one != null
        && one.author().name().equals(other.author().name())
        && one.text().strip().equals(other.text().strip());
  }

  private byte[] written(byte[] bytes) {
    if (fresh.isEmpty()) {
      return bytes;
    }
    // Of insertions at one place, the last is written first.
    places.entrySet().stream()
        .filter(place -> !place.getValue().isEmpty())
        .sorted(Comparator.comparing(place -> -place.getKey().start()))
        .forEach(
            place -> place.getKey().paragraph().comment(place.getKey().span(), place.getValue()));
    Map<String, byte[]> changed = new HashMap<>();
    write(changed);
    changed.put(MAIN, edit.part(MAIN).written());
    return edit.write(changed);
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

  /** Returns a name that no relation of the document has. */
  private String relation() {
    String name = "rIdComments";
    while (edit.file().targets(MAIN).containsKey(name)) {
      name += "1";
    }
    return name;
  }

  /** Adds the part with the comments, or to it, and what names it. */
  private void write(Map<String, byte[]> changed) {
    String part = part(edit.file());
    String main = edit.part(MAIN).raw.text();
    Matcher root = ROOT.matcher(main);
    String w = root.find() ? root.group(1) : "w:";
    String space = w.isEmpty() ? "xmlns" : "xmlns:" + w.substring(0, w.length() - 1);
    String name = TagScanner.attribute(main, w + "document", space);
    String office = name.contains("purl.oclc.org") ? STRICT : OFFICE;
    Function<String, String> comments =
        prefix -> {
          StringBuilder all = new StringBuilder();
          fresh.forEach((id, comment) -> all.append(xml(prefix, id, comment)));
          return all.toString();
        };
    String empty = HEAD + "<%1$scomments %2$s=\"%3$s\"></%1$scomments>".formatted(w, space, name);
    append(part, "comments", empty, comments, changed);
    if (edit.file().targets(MAIN).values().stream().noneMatch(part::equals)) {
      String link =
          "Relationship Id=\"%s\" Type=\"%s/comments\" Target=\"/%s\"/>"
              .formatted(relation(), office, part);
      empty = HEAD + "<Relationships xmlns=\"%srelationships\"></Relationships>".formatted(PACKAGE);
      append(RELATIONS, "Relationships", empty, prefix -> "<" + prefix + link, changed);
    }
    if (!edit.part(TYPES).raw.text().contains("PartName=\"/" + part + '"')) {
      String type = "Override PartName=\"/%s\" ContentType=\"%s\"/>".formatted(part, TYPE);
      append(TYPES, "Types", "", prefix -> "<" + prefix + type, changed);
    }
  }

  /**
   * Adds elements at the end of a part.
   *
   * @param empty the part if there is none
   * @param added the elements with a prefix of their names
   */
  private void append(
      String part,
      String root,
      String empty,
      Function<String, String> added,
      Map<String, byte[]> changed) {
    RawText raw = edit.part(part).raw;
    String text = edit.file().parts().contains(part) ? raw.text() : empty;
    Matcher end =
        Pattern.compile("(?:</(\\w+:)?%1$s\\s*>|<(\\w+:)?%1$s(\\s[^<>]*)?/>)\\s*$".formatted(root))
            .matcher(text);
    if (!end.find()) {
      throw new InputException(
          "cannot write comments into \"%s\": its part %s is damaged"
              .formatted(edit.file().name(), part),
          "open it in Word, save it anew and give that file");
    }
    String open = end.group().startsWith("</") ? "" : end.group().replaceFirst("/>\\s*$", ">");
    String prefix = Objects.requireNonNullElse(end.group(open.isEmpty() ? 1 : 2), "");
    String close = "</" + prefix + root + ">";
    changed.put(
        part, raw.of(text.substring(0, end.start()) + open + added.apply(prefix) + close).bytes());
  }

  private static String xml(String w, int id, Comment comment) {
    String author = RevisionAuthor.quoted(comment.author().name());
    String initial =
        comment
            .author()
            .name()
            .codePoints()
            .limit(1)
            .mapToObj(Character::toString)
            .collect(joining());
    StringBuilder xml = new StringBuilder();
    xml.append(
        "<%1$scomment %1$sid=\"%2$d\" %1$sauthor=\"%3$s\" %1$sdate=\"%4$s\" %1$sinitials=\"%5$s\">"
            .formatted(w, id, author, comment.author().time(), RevisionAuthor.quoted(initial)));
    comment
        .text()
        .lines()
        .map(
            line ->
                "<%1$sp><%1$sr><%1$st xml:space=\"preserve\">%2$s</%1$st></%1$sr></%1$sp>"
                    .formatted(w, RevisionAuthor.quoted(line)))
        .forEach(xml::append);
    return xml.append("</" + w + "comment>").toString();
  }
}
