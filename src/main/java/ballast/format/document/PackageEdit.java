package ballast.format.document;

import ballast.bitext.Correction.TextEdit;
import ballast.bitext.Span;
import ballast.format.article.ArticleFormat;
import ballast.format.article.FoundBlock;
import ballast.format.document.DocumentWriter.Repacking;
import ballast.format.document.Filters.Use;
import ballast.format.file.RawText;
import ballast.format.file.TagScanner;
import ballast.format.file.XmlText;
import ballast.language.LooseMatch;
import ballast.language.WhiteSpace;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Changes characters of a document in Word, PowerPoint, Excel or OpenDocument format in its own
 * XML. Everything else stays as it is, byte for byte; a filter would rewrite the whole document. In
 * Word, the changes may be revisions, to be accepted or rejected. For one thread.
 */
final class PackageEdit implements AutoCloseable {

  private static final Set<ArticleFormat> FORMATS =
      Set.of(ArticleFormat.DOCX, ArticleFormat.PPTX, ArticleFormat.XLSX, ArticleFormat.ODT);

  private final PackageFile file;
  private final ArticleFormat format;
  private final byte[] original;
  private final List<Units.Found> blocks;
  private final Map<String, Part> parts = new HashMap<>();
  private final Map<Integer, Paragraph> paragraphs = new HashMap<>();

  PackageEdit(byte[] original, String name, ArticleFormat format) {
    this.file = OfficeReader.open(format, original, name, Use.READING);
    this.format = format;
    this.original = original;
    this.blocks =
        FORMATS.contains(format)
            ? Units.read(file, format, OfficeReader.structure(file, format), /* keepUnits= */ true)
            : List.of();
    for (int i = 0; i < blocks.size(); i++) {
      String key = Objects.requireNonNull(blocks.get(i).origin()).key();
      Part part = parts.computeIfAbsent(key.substring(0, key.indexOf('\n')), this::part);
      Paragraph paragraph = part.next(blocks.get(i).block().text());
      if (paragraph != null) {
        paragraphs.put(i, paragraph);
      }
    }
  }

  private Part part(String name) {
    try (InputStream in = file.part(name)) {
      byte[] bytes = in == null ? new byte[0] : in.readAllBytes();
      return new Part(RawText.ofXml(bytes, name).orElse(RawText.empty()), format);
    } catch (IOException e) {
      return new Part(RawText.empty(), format); // it is written by the filter, or not at all
    }
  }

  /**
   * Changes a block.
   *
   * @param edits in the text of the block
   * @param authors by edit; null makes no revision
   * @return whether it is changed; false if the file does not have its text as plain characters
   */
  boolean edit(int block, List<TextEdit> edits, List<@Nullable RevisionAuthor> authors) {
    Paragraph paragraph = paragraphs.get(block);
    if (paragraph == null) {
      return false;
    }
    Set<TextEdit> made = new LinkedHashSet<>();
    for (Paragraph copy = paragraph; copy != null; copy = copy.copy) {
      if (!edit(blocks.get(block).block(), copy, edits, authors, made)) {
        return false;
      }
    }
    paragraph.part.edits.addAll(made);
    return true;
  }

  private static boolean edit(
      FoundBlock block,
      Paragraph paragraph,
      List<TextEdit> edits,
      List<@Nullable RevisionAuthor> authors,
      Set<TextEdit> made) {
    Optional<LooseMatch> match = paragraph.match(block.text());
    for (int i = 0; i < edits.size(); i++) {
      Span span = edits.get(i).span();
      boolean isAfterCode = block.codes().stream().anyMatch(code -> code.offset() == span.start());
      String now = edits.get(i).text();
      if (match.isEmpty()
          || !paragraph.edit(match.get().find(span), now, isAfterCode, authors.get(i), made)) {
        return false;
      }
    }
    return true;
  }

  byte[] write() {
    Repacking packing = new Repacking(format, null, original);
    ByteArrayOutputStream out = new ByteArrayOutputStream(original.length);
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (String name : file.parts()) {
        Part changed = parts.get(name);
        try (InputStream in = file.part(name)) {
          byte[] bytes = in == null ? new byte[0] : in.readAllBytes();
          packing.put(
              zip, name, changed != null && !changed.edits.isEmpty() ? changed.written() : bytes);
        }
      }
    } catch (IOException e) {
      throw Units.unreadable(file, e);
    }
    return out.toByteArray();
  }

  @Override
  public void close() {
    file.close();
  }

  /** An element of text, or in OpenDocument the characters between two tags. */
  private record Element(int tagEnd, String tag, @Nullable Run run) {}

  /**
   * The run around an element of text in Word.
   *
   * @param properties as written
   * @param isInserted whether it is in a revision already
   */
  private record Run(String prefix, String properties, boolean isInserted) {}

  /** The place of a character in its part; the element is null for a tab, a break and the like. */
  private record Place(int start, int end, @Nullable Element element) {}

  /** The paragraphs of a part. */
  private static final class Part {

    private static final Set<String> PARAGRAPHS = Set.of("p", "h", "si", "is");

    /** Elements with text that is not in the paragraph around them. */
    private static final Set<String> OTHER =
        Set.of(
            "moveFrom", "rPh", "rt", "note-citation", "ruby-text", "annotation", "title", "desc");

    private static final Map<String, String> SIGNS =
        Map.of(
            "tab", "\t",
            "br", "\n",
            "cr", "\n",
            "line-break", "\n",
            "s", " ",
            "noBreakHyphen", "\u2011",
            "softHyphen", "\u00AD");

    private static final Pattern EMPTY_RUN =
        Pattern.compile(
            "(?s)<(\\w+:)r(?: [^<>]*)?>(?:<\\1rPr>(?:(?!</?\\1rPr>).)*+</\\1rPr>)?"
                + "<\\1t xml:space=\"preserve\"></\\1t></\\1r>");

    private static final Pattern NUMBER = Pattern.compile("\\bw:id=\"(\\d{1,9})\"");

    private final RawText raw;
    private final ArticleFormat format;
    private final Map<String, Deque<Paragraph>> byText = new HashMap<>();
    private final Set<TextEdit> edits = new LinkedHashSet<>();
    private final Deque<String> open = new ArrayDeque<>();
    private final Deque<Paragraph> paragraphs = new ArrayDeque<>();
    private @Nullable Element element;
    private String properties = "";
    private int propertiesStart;
    private int other;
    private int number;

    Part(RawText raw, ArticleFormat format) {
      this.raw = raw;
      this.format = format;
      String text = raw.text();
      int at = 0;
      while (at < text.length()) {
        if (text.charAt(at) != '<') {
          XmlText.Written character = XmlText.Written.at(text, at);
          if (element != null) {
            add(character.text(), at, character.end(), element);
          }
          at = character.end();
        } else {
          int end = TagScanner.end(text, at);
          if (!text.startsWith("<!", at) && !text.startsWith("<?", at)) {
            tag(text.substring(at, end), at, end);
          }
          at = end;
        }
      }
    }

    private void add(String characters, int start, int end, @Nullable Element of) {
      Paragraph paragraph = paragraphs.peek();
      if (paragraph != null && other == 0) {
        for (int i = 0; i < characters.length(); i++) {
          paragraph.text.append(characters.charAt(i));
          paragraph.places.add(new Place(start, end, of));
        }
      }
    }

    private void tag(String tag, int start, int end) {
      boolean closes = tag.startsWith("</");
      String name = tag.substring(closes ? 2 : 1).split("[\\s/>]", 2)[0];
      if (!closes) {
        open(name, tag, start, end);
      }
      if (closes || tag.endsWith("/>")) {
        close(name, end);
      }
      if (format == ArticleFormat.ODT) {
        element = new Element(end, "", null);
      }
    }

    private static String local(String name) {
      return name.substring(name.indexOf(':') + 1);
    }

    private void open(String name, String tag, int start, int end) {
      String local = local(name);
      boolean isInRun = isInRun();
      open.push(name);
      other += OTHER.contains(local) ? 1 : 0;
      if (PARAGRAPHS.contains(local)) {
        paragraphs.push(new Paragraph(this));
      } else if (local.equals("r")) {
        properties = "";
      } else if (local.equals("rPr") && isInRun) {
        propertiesStart = start;
      } else if (local.equals("t") && format != ArticleFormat.ODT) {
        String prefix = name.substring(0, name.length() - 1);
        boolean isInserted = open.contains(prefix + "ins") || open.contains(prefix + "moveTo");
        boolean isWord = format == ArticleFormat.DOCX && open.contains(prefix + "r");
        element = new Element(end, tag, isWord ? new Run(prefix, properties, isInserted) : null);
      } else {
        add(SIGNS.getOrDefault(local, ""), start, end, null);
      }
    }

    private boolean isInRun() {
      String parent = open.peek();
      return parent != null && local(parent).equals("r");
    }

    private void close(String name, int end) {
      String local = local(name);
      open.poll();
      other -= OTHER.contains(local) ? 1 : 0;
      if (PARAGRAPHS.contains(local) && !paragraphs.isEmpty()) {
        Paragraph paragraph = paragraphs.pop();
        String key = WhiteSpace.removed(paragraph.text.toString());
        Deque<Paragraph> same = byText.computeIfAbsent(key, text -> new ArrayDeque<>());
        boolean isFallback = open.stream().anyMatch(one -> local(one).equals("Fallback"));
        Paragraph last = same.peekLast();
        if (isFallback && last != null) {
          last.copy = paragraph;
        } else {
          same.add(paragraph);
        }
      } else if (local.equals("rPr") && isInRun()) {
        properties = raw.text().substring(propertiesStart, end);
      } else if (local.equals("t")) {
        element = null;
      }
    }

    /** Returns the next paragraph with a text; null if there is none. */
    @Nullable Paragraph next(String text) {
      Deque<Paragraph> same = byText.get(WhiteSpace.removed(text));
      return same == null ? null : same.poll();
    }

    /** Returns a number that no revision has yet. */
    int number() {
      if (number == 0) {
        for (Matcher id = NUMBER.matcher(raw.text()); id.find(); ) {
          number = Math.max(number, Integer.parseInt(id.group(1)));
        }
      }
      return ++number;
    }

    byte[] written() {
      RawText now = raw.with(List.copyOf(edits));
      return format == ArticleFormat.DOCX
          ? now.of(EMPTY_RUN.matcher(now.text()).replaceAll("")).bytes()
          : now.bytes();
    }
  }

  private static final class Paragraph {

    private final Part part;
    private final StringBuilder text = new StringBuilder();
    private final List<Place> places = new ArrayList<>();

    /** The same paragraph once more, for programs that do not know the shape that contains it. */
    private @Nullable Paragraph copy;

    Paragraph(Part part) {
      this.part = part;
    }

    Optional<LooseMatch> match(String wanted) {
      int start = 0;
      while (start < text.length() && WhiteSpace.isSpace(text.charAt(start))) {
        start++;
      }
      return LooseMatch.of(wanted, text.toString(), start, text.length());
    }

    /**
     * Replaces a span of the text. If it is in several runs, the longest one gets the new words.
     *
     * @param isAfterCode whether an insertion belongs to the run behind it
     * @param made receives the edits of the part
     * @return whether this can be done
     */
    boolean edit(
        Span span,
        String now,
        boolean isAfterCode,
        @Nullable RevisionAuthor author,
        Set<TextEdit> made) {
      boolean hasBreak = now.indexOf('\t') >= 0 || now.indexOf('\n') >= 0;
      if (hasBreak && part.format != ArticleFormat.XLSX) {
        return false;
      }
      List<Place> stretches = span.isEmpty() ? insertion(span.start(), isAfterCode) : runs(span);
      if (stretches.isEmpty() || stretches.stream().anyMatch(one -> one.element() == null)) {
        return false;
      }
      Place longest = stretches.get(0);
      for (Place one : stretches) {
        longest = one.end() - one.start() > longest.end() - longest.start() ? one : longest;
      }
      for (Place one : stretches) {
        Element element = Objects.requireNonNull(one.element());
        String words = one.equals(longest) ? XmlText.escaped(XmlText.fit(now)) : "";
        String written = author == null ? words : revised(element, one, words, author);
        if (written == null) {
          return false;
        }
        made.add(new TextEdit(new Span(one.start(), one.end()), written));
        boolean isOffice = part.format != ArticleFormat.ODT && part.format != ArticleFormat.PPTX;
        if (isOffice && !element.tag().contains("xml:space")) {
          int end = element.tagEnd() - 1;
          made.add(new TextEdit(new Span(end, end), " xml:space=\"preserve\""));
        }
      }
      return true;
    }

    private List<Place> insertion(int at, boolean isAfterCode) {
      Place before = at == 0 ? null : places.get(at - 1);
      Place after = at == places.size() ? null : places.get(at);
      boolean isBehind = after != null && after.element() != null && isAfterCode;
      if (before != null && before.element() != null && !isBehind) {
        return List.of(new Place(before.end(), before.end(), before.element()));
      }
      return after == null
          ? List.of()
          : List.of(new Place(after.start(), after.start(), after.element()));
    }

    /** Returns the stretches of a span that are each in one element. */
    private List<Place> runs(Span span) {
      List<Place> runs = new ArrayList<>();
      for (Place place : places.subList(span.start(), span.end())) {
        Place last = runs.isEmpty() ? null : runs.get(runs.size() - 1);
        if (last != null && Objects.equals(last.element(), place.element())) {
          runs.set(runs.size() - 1, new Place(last.start(), place.end(), place.element()));
        } else {
          runs.add(place);
        }
      }
      return runs;
    }

    /** Returns a revision, between the ends of the run that it divides; null outside of a run. */
    private @Nullable String revised(
        Element element, Place place, String now, RevisionAuthor author) {
      Run run = element.run();
      if (run == null) {
        return null;
      }
      String w = run.prefix();
      String begin = "<" + w + "r>" + run.properties();
      String end = "</" + w + "r>";
      String preserved = " xml:space=\"preserve\">";
      String old = part.raw.text().substring(place.start(), place.end());
      StringBuilder text = new StringBuilder("</" + w + "t>" + end);
      if (!old.isEmpty()) {
        text.append(revision(w, "del", author)).append(begin);
        text.append("<" + w + "delText" + preserved + old + "</" + w + "delText>");
        text.append(end).append("</" + w + "del>");
      }
      if (!now.isEmpty()) {
        String words = begin + "<" + w + "t" + preserved + now + "</" + w + "t>" + end;
        text.append(
            run.isInserted() ? words : revision(w, "ins", author) + words + "</" + w + "ins>");
      }
      return text.append(begin).append("<" + w + "t" + preserved).toString();
    }

    private String revision(String prefix, String kind, RevisionAuthor author) {
      String name = XmlText.escaped(XmlText.fit(author.name())).replace("\"", "&quot;");
      return "<%1$s%2$s %1$sid=\"%3$s\" %1$sauthor=\"%4$s\" %1$sdate=\"%5$s\">"
          .formatted(prefix, kind, part.number(), name, author.time());
    }
  }
}
