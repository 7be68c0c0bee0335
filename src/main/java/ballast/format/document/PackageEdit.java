package ballast.format.document;

import ballast.bitext.Correction.TextEdit;
import ballast.bitext.Document;
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
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipOutputStream;
import org.jsoup.parser.Parser;
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
    this(original, name, format, Map.of());
  }

  /**
   * @param parts read from another state of the document, with the same text in their paragraphs
   */
  PackageEdit(byte[] original, String name, ArticleFormat format, Map<String, Part> parts) {
    this.parts.putAll(parts);
    this.file = OfficeReader.open(format, original, name, Use.READING);
    this.format = format;
    this.original = original;
    this.blocks =
        FORMATS.contains(format)
            ? Units.read(file, format, OfficeReader.structure(file, format), /* keepUnits= */ true)
            : List.of();
    for (int i = 0; i < blocks.size(); i++) {
      String key = Objects.requireNonNull(blocks.get(i).origin()).key();
      int number = i;
      String text = blocks.get(i).block().text();
      parts(key.substring(0, key.indexOf('\n')))
          .flatMap(part -> Stream.ofNullable(part.next(text)))
          .findFirst()
          .ifPresent(paragraph -> paragraphs.put(number, paragraph));
    }
  }

  /** Returns the parts that may have a text; the filter moves that of cells out of their sheet. */
  private Stream<Part> parts(String first) {
    Stream<String> sheets =
        file.parts().stream()
            .filter(name -> format == ArticleFormat.XLSX && name.startsWith("xl/worksheets/"));
    return Stream.concat(Stream.of(first), sheets).map(this::part);
  }

  PackageFile file() {
    return file;
  }

  Part part(String name) {
    return parts.computeIfAbsent(name, one -> Part.of(file, one, format, /* isBefore= */ false));
  }

  /**
   * Returns the places of sentences in the XML, one in each of their blocks; none if one is
   * unknown.
   *
   * @param whole the document as this reads it
   */
  List<List<Stretch>> stretches(Document document, Document whole, List<Span> sentences) {
    boolean isSame = document.text().equals(whole.text());
    List<List<Stretch>> all = new ArrayList<>();
    for (Span sentence : sentences) {
      List<Stretch> found = new ArrayList<>();
      boolean isKnown = true;
      int first = TextPlaces.block(document, new Span(sentence.start(), sentence.start()));
      for (int i = Math.max(0, first); i < document.blocks().size(); i++) {
        Span block = document.blocks().get(i).span();
        if (block.start() >= sentence.end()) {
          break;
        }
        Span inside =
            new Span(
                Math.max(sentence.start(), block.start()), Math.min(sentence.end(), block.end()));
        Optional<Stretch> stretch =
            (isSame ? Optional.of(inside) : new TextPlaces(whole).find(document, inside))
                .flatMap(span -> stretch(whole, span));
        stretch.ifPresent(found::add);
        isKnown &= stretch.isPresent();
      }
      all.add(isKnown ? found : List.of());
    }
    return all;
  }

  private Optional<Stretch> stretch(Document whole, Span span) {
    int block = TextPlaces.block(whole, span);
    Paragraph paragraph = paragraphs.get(block);
    if (paragraph == null) {
      return Optional.empty();
    }
    int start = whole.blocks().get(block).span().start();
    return paragraph
        .match(blocks.get(block).block().text())
        .map(match -> match.find(new Span(span.start() - start, span.end() - start)))
        .map(inside -> new Stretch(paragraph, inside));
  }

  /** The place of a text in the XML; never empty. */
  record Stretch(Paragraph paragraph, Span span) {

    int start() {
      return paragraph.places.get(span.start()).start();
    }

    int end() {
      return paragraph.places.get(span.end() - 1).end();
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
    FoundBlock found = blocks.get(block).block();
    Set<TextEdit> made = new LinkedHashSet<>();
    for (Paragraph copy = paragraph; copy != null; copy = copy.copy) {
      Optional<LooseMatch> match = copy.match(found.text());
      for (int i = 0; i < edits.size(); i++) {
        Span span = edits.get(i).span();
        boolean isAfterCode =
            found.codes().stream().anyMatch(code -> code.offset() == span.start());
        String now = edits.get(i).text();
        if (match.isEmpty()
            || !copy.edit(match.get().find(span), now, isAfterCode, authors.get(i), made)) {
          return false;
        }
      }
    }
    paragraph.part.edits.addAll(made);
    return true;
  }

  /**
   * @param more new content of other parts, which need not exist
   */
  byte[] write(Map<String, byte[]> more) {
    Map<String, byte[]> changed = new HashMap<>(more);
    parts.forEach(
        (name, part) -> {
          if (!part.edits.isEmpty()) {
            changed.put(name, part.written());
          }
        });
    return packed(file, format, original, changed);
  }

  static byte[] packed(
      PackageFile file, ArticleFormat format, byte[] original, Map<String, byte[]> changed) {
    Repacking packing = new Repacking(format, null, original);
    ByteArrayOutputStream out = new ByteArrayOutputStream(original.length);
    Set<String> names = new LinkedHashSet<>(file.parts());
    names.addAll(new TreeSet<>(changed.keySet()));
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (String name : names) {
        try (InputStream in = file.part(name)) {
          byte[] bytes = in == null ? new byte[0] : in.readAllBytes();
          packing.put(zip, name, changed.getOrDefault(name, bytes));
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
  record Element(int tagEnd, String tag, @Nullable Run run) {}

  /**
   * The run around an element of text in Word.
   *
   * @param properties as written
   * @param inserted where the insertion around it begins; -1 if there is none
   */
  record Run(String prefix, String properties, int inserted) {

    /** Returns elements between the two parts of the run, in the middle of its text. */
    String divided(String between) {
      return "</%1$st></%1$sr>%2$s<%1$sr>%3$s<%1$st xml:space=\"preserve\">"
          .formatted(prefix, between, properties);
    }
  }

  /** The place of a character in its part; the element is null for a tab, a break and the like. */
  record Place(int start, int end, @Nullable Element element) {

    int length() {
      return end - start;
    }
  }

  /** An element that is open. */
  private record Open(String prefix, String local, String tag, int start) {

    String name() {
      return prefix + local;
    }
  }

  /** A tracked change, with its place in its part. */
  record Revision(int start, int end, RevisionAuthor author) {}

  /** The paragraphs of a part. */
  static final class Part {

    private static final Set<String> PARAGRAPHS = Set.of("p", "h", "si", "is");

    /** Elements with text that is not in the paragraph around them. */
    private static final Set<String> OTHER =
        Set.of("rPh", "rt", "note-citation", "ruby-text", "annotation", "title", "desc");

    private static final Set<String> DELETED = Set.of("del", "moveFrom");
    private static final Set<String> INSERTED = Set.of("ins", "moveTo");

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

    final RawText raw;
    private final ArticleFormat format;
    private final boolean isBefore;

    /** In the order of their ends. */
    final List<Paragraph> all = new ArrayList<>();

    final List<Revision> revisions = new ArrayList<>();

    /** The first visible character of each comment by its ID, or the last one before it. */
    final Map<String, Integer> anchors = new HashMap<>();

    final Set<TextEdit> edits = new LinkedHashSet<>();
    private final Map<String, Deque<Paragraph>> byText = new HashMap<>();
    private final Deque<TextEdit> undoing = new ArrayDeque<>();
    private final Set<String> waiting = new HashSet<>();
    private final Set<String> marks = new HashSet<>();
    private final Deque<Open> open = new ArrayDeque<>();
    private final Deque<Paragraph> paragraphs = new ArrayDeque<>();
    private @Nullable Element element;
    private String properties = "";
    private int propertiesStart;
    private int other;
    private int number;
    private boolean isWords;
    private int lastWord = -1;

    /** A paragraph whose end was inserted, so that the next one belongs to it. */
    private @Nullable Paragraph unfinished;

    private int unfinishedEnd;
    private boolean isJoined;

    static Part of(PackageFile file, String name, ArticleFormat format, boolean isBefore) {
      try (InputStream in = file.part(name)) {
        byte[] bytes = in == null ? new byte[0] : in.readAllBytes();
        return new Part(RawText.ofXml(bytes, name).orElse(RawText.empty()), format, isBefore);
      } catch (IOException e) {
        // It is written by the filter, or not at all.
        return new Part(RawText.empty(), format, isBefore);
      }
    }

    /**
     * @param isBefore whether the text is that before the tracked changes, and the edits undo them;
     *     otherwise it is that after them
     */
    private Part(RawText raw, ArticleFormat format, boolean isBefore) {
      this.raw = raw;
      this.format = format;
      this.isBefore = isBefore;
      String text = raw.text();
      int at = 0;
      while (at < text.length()) {
        if (text.charAt(at) != '<') {
          XmlText.Written character = XmlText.Written.at(text, at);
          if (isWords && !WhiteSpace.isSpace(character.text().charAt(0))) {
            int here = at;
            waiting.forEach(id -> anchors.putIfAbsent(id, here));
            waiting.clear();
            lastWord = at;
          }
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
      edits.addAll(undoing);
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
      int colon = name.indexOf(':') + 1;
      if (!closes) {
        open(new Open(name.substring(0, colon), name.substring(colon), tag, start), end);
      }
      if ((closes || tag.endsWith("/>")) && !open.isEmpty()) {
        close(open.pop(), start, end);
      }
      if (format == ArticleFormat.ODT) {
        element = new Element(end, "", null);
      }
    }

    private static String attribute(String tag, String local) {
      return Parser.unescapeEntities(TagScanner.attribute(tag, "(?:\\w+:)?" + local), true);
    }

    private void open(Open tag, int end) {
      String local = tag.local();
      boolean isInRun = isIn("r");
      boolean isText = local.equals("t") || local.equals("delText");
      if (local.equals("tbl")) {
        finish();
      }
      isJoined &= local.equals("pPr") || !isIn("p");
      open.push(tag);
      other += isOther(local) ? 1 : 0;
      keep(local, tag.tag(), tag.start(), end);
      if (PARAGRAPHS.contains(local)) {
        begin(tag, end);
      } else if (local.equals("r")) {
        properties = "";
      } else if (local.equals("rPr") && isInRun) {
        propertiesStart = tag.start();
      } else if (isText && format != ArticleFormat.ODT) {
        isWords = true;
        if (isBefore || local.equals("t")) {
          int inserted = Math.max(start(tag.prefix() + "ins"), start(tag.prefix() + "moveTo"));
          boolean isWord = format == ArticleFormat.DOCX && start(tag.prefix() + "r") >= 0;
          Run run = isWord ? new Run(tag.prefix(), properties, inserted) : null;
          element = new Element(end, tag.tag(), run);
        }
      } else if (local.startsWith("comment")) {
        comment(local, attribute(tag.tag(), "id"), tag.start());
      } else if (DELETED.contains(local)) {
        edit(tag.start(), end, "");
      } else {
        add(SIGNS.getOrDefault(local, ""), tag.start(), end, null);
      }
    }

    private boolean isOther(String local) {
      boolean isWord = format == ArticleFormat.DOCX;
      return OTHER.contains(local) || (isWord && (isBefore ? INSERTED : DELETED).contains(local));
    }

    private boolean isIn(String local) {
      return !open.isEmpty() && open.peek().local().equals(local);
    }

    /** Returns where the open element of a name begins; -1 if there is none. */
    private int start(String name) {
      return open.stream()
          .filter(one -> one.name().equals(name))
          .mapToInt(Open::start)
          .findFirst()
          .orElse(-1);
    }

    private void begin(Open tag, int end) {
      lastWord = -1;
      if (unfinished == null) {
        paragraphs.push(new Paragraph(this, end, paragraphs.peek()));
        return;
      }
      paragraphs.push(unfinished);
      unfinished = null;
      isJoined = true;
      edit(unfinishedEnd, end, tag.tag().endsWith("/>") ? "</" + tag.name() + ">" : "");
    }

    private void comment(String element, String id, int start) {
      if (element.equals("commentRangeStart")) {
        waiting.add(id);
      } else if (element.equals("commentRangeEnd") || element.equals("commentReference")) {
        waiting.remove(id);
        anchors.putIfAbsent(id, lastWord < 0 ? start : lastWord);
      }
    }

    /** Makes deleted text ordinary text. */
    private void keep(String local, String tag, int start, int end) {
      if (local.equals("delText") || local.equals("delInstrText")) {
        edit(start, end, tag.replace("delText", "t").replace("delInstrText", "instrText"));
      }
    }

    /** Undoes a tracked change; what is inside counts no more. */
    private void edit(int start, int end, String text) {
      if (isBefore) {
        while (!undoing.isEmpty() && undoing.getLast().span().start() >= start) {
          undoing.removeLast();
        }
        undoing.add(new TextEdit(new Span(start, end), text));
      }
    }

    private void close(Open opened, int start, int end) {
      String local = opened.local();
      boolean isPair = start != opened.start();
      other -= isOther(local) ? 1 : 0;
      if (unfinished != null && isPair) {
        finish();
      }
      if (INSERTED.contains(local) || DELETED.contains(local)) {
        change(opened, start, end);
      } else if (PARAGRAPHS.contains(local) && !paragraphs.isEmpty()) {
        Paragraph paragraph = paragraphs.pop();
        if (paragraph.isUnfinished) {
          paragraph.isUnfinished = false;
          unfinished = paragraph;
          unfinishedEnd = start;
        } else {
          add(paragraph, end);
        }
      } else if (local.equals("rPr") && isIn("r")) {
        properties = raw.text().substring(propertiesStart, end);
      } else if (local.equals("pPr") && isJoined) {
        edit(opened.start(), end, "");
      } else if (local.equals("t") || local.equals("delText")) {
        isWords = false;
        element = null;
      }
      if (isPair) {
        keep(local, "</" + opened.name() + ">", start, end);
      }
    }

    private void change(Open opened, int start, int end) {
      if (format != ArticleFormat.DOCX) {
        return;
      }
      boolean isInserted = INSERTED.contains(opened.local());
      Paragraph paragraph = paragraphs.peek();
      boolean isMark = isIn("rPr") && start(opened.prefix() + "pPr") >= 0;
      if (isBefore && isInserted && isMark && paragraph != null) {
        paragraph.isUnfinished = true;
      }
      if (isInserted || start != opened.start()) {
        edit(isInserted ? opened.start() : start, end, "");
      }
      String name = attribute(opened.tag(), "author");
      RevisionAuthor author = RevisionAuthor.of(name, attribute(opened.tag(), "date"));
      revisions.add(new Revision(opened.start(), end, author));
    }

    private void add(Paragraph paragraph, int end) {
      paragraph.end = end;
      String key = WhiteSpace.removed(paragraph.text.toString());
      Deque<Paragraph> same = byText.computeIfAbsent(key, text -> new ArrayDeque<>());
      boolean isFallback = open.stream().anyMatch(one -> one.local().equals("Fallback"));
      Paragraph last = same.peekLast();
      if (isFallback && last != null) {
        last.copy = paragraph;
      } else {
        same.add(paragraph);
        all.add(paragraph);
      }
    }

    private void finish() {
      if (unfinished != null) {
        add(unfinished, unfinishedEnd);
        unfinished = null;
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

    /** Returns a mark to write once; empty if it is written, or there is none. */
    private String mark(String prefix, String name) {
      return name.isEmpty() || !marks.add(name)
          ? ""
          : "<%1$sbookmarkStart %1$sid=\"%2$d\" %1$sname=\"%3$s\"/><%1$sbookmarkEnd %1$sid=\"%2$d\"/>"
              .formatted(prefix, number(), name);
    }

    byte[] written() {
      RawText now = raw.with(List.copyOf(edits));
      return format == ArticleFormat.DOCX
          ? now.of(EMPTY_RUN.matcher(now.text()).replaceAll("")).bytes()
          : now.bytes();
    }
  }

  static final class Paragraph {

    final Part part;

    /** Its place in the part. */
    final int start;

    int end;
    final @Nullable Paragraph around;
    final List<Place> places = new ArrayList<>();
    final StringBuilder text = new StringBuilder();
    private boolean isUnfinished;

    /** The same paragraph once more, for programs that do not know the shape that contains it. */
    private @Nullable Paragraph copy;

    Paragraph(Part part, int start, @Nullable Paragraph around) {
      this.part = part;
      this.start = start;
      this.around = around;
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
      int most = stretches.stream().mapToInt(Place::length).max().orElseThrow();
      Place longest = stretches.stream().filter(one -> one.length() == most).findFirst().get();
      for (Place one : stretches) {
        Element element = Objects.requireNonNull(one.element());
        String words = one.equals(longest) ? XmlText.escaped(XmlText.fit(now)) : "";
        String written = author == null ? words : revised(element, one, words, author);
        if (written == null) {
          return false;
        }
        made.add(new TextEdit(new Span(one.start(), one.end()), written));
        preserve(element, made);
      }
      return true;
    }

    private void preserve(Element element, Set<TextEdit> made) {
      boolean isOffice = part.format != ArticleFormat.ODT && part.format != ArticleFormat.PPTX;
      if (isOffice && !element.tag().contains("xml:space")) {
        int end = element.tagEnd() - 1;
        made.add(new TextEdit(new Span(end, end), " xml:space=\"preserve\""));
      }
    }

    boolean isInRuns(Span span) {
      return !inRuns(span).isEmpty();
    }

    private List<Place> inRuns(Span span) {
      return places.subList(span.start(), span.end()).stream()
          .filter(place -> place.element() != null && place.element().run() != null)
          .toList();
    }

    /** Puts comments in Word around a span, or as much of it as is in runs. */
    void comment(Span span, Set<Integer> ids) {
      List<Place> runs = inRuns(span);
      Place first = runs.get(0);
      Place last = runs.get(runs.size() - 1);
      comment(first, first.start(), "<%1$scommentRangeStart %1$sid=\"%2$d\"/>", ids);
      comment(
          last,
          last.end(),
          "<%1$scommentRangeEnd %1$sid=\"%2$d\"/>"
              + "<%1$sr><%1$scommentReference %1$sid=\"%2$d\"/></%1$sr>",
          ids);
    }

    /** Whether a place is the first one in its insertion. */
    private boolean isFirst(Place place, Run run) {
      int index = places.indexOf(place);
      return run.inserted() >= 0 && (index == 0 || places.get(index - 1).end() <= run.inserted());
    }

    private void comment(Place place, int at, String mark, Set<Integer> ids) {
      Element element = Objects.requireNonNull(place.element());
      Run run = Objects.requireNonNull(element.run());
      StringBuilder marks = new StringBuilder();
      ids.forEach(id -> marks.append(mark.formatted(run.prefix(), id)));
      if (at == place.start() && isFirst(place, run)) {
        part.edits.add(new TextEdit(new Span(run.inserted(), run.inserted()), marks.toString()));
      } else {
        part.edits.add(new TextEdit(new Span(at, at), run.divided(marks.toString())));
        preserve(element, part.edits);
      }
    }

    private List<Place> insertion(int at, boolean isAfterCode) {
      Element before = at == 0 ? null : places.get(at - 1).element();
      Place after = at == places.size() ? null : places.get(at);
      boolean isBehind = after != null && after.element() != null && isAfterCode;
      if (before != null && !isBehind) {
        int end = places.get(at - 1).end();
        return List.of(new Place(end, end, before));
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
      String begin = "<" + w + "r>" + run.properties() + "<" + w;
      String preserved = " xml:space=\"preserve\">";
      String old = part.raw.text().substring(place.start(), place.end());
      StringBuilder text = new StringBuilder(part.mark(w, author.mark()));
      if (!old.isEmpty()) {
        text.append(revision(w, "del", author)).append(begin + "delText" + preserved + old);
        text.append("</" + w + "delText></" + w + "r></" + w + "del>");
      }
      if (!now.isEmpty()) {
        String words = begin + "t" + preserved + now + "</" + w + "t></" + w + "r>";
        text.append(
            run.inserted() >= 0 ? words : revision(w, "ins", author) + words + "</" + w + "ins>");
      }
      return run.divided(text.toString());
    }

    private String revision(String prefix, String kind, RevisionAuthor author) {
      String name = RevisionAuthor.quoted(author.name());
      return "<%1$s%2$s %1$sid=\"%3$s\" %1$sauthor=\"%4$s\" %1$sdate=\"%5$s\">"
          .formatted(prefix, kind, part.number(), name, author.time());
    }
  }
}
