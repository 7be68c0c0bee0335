package ballast.format.document;

import static java.nio.charset.StandardCharsets.UTF_8;

import ballast.bitext.InlineCode;
import ballast.bitext.InputException;
import ballast.bitext.Lang;
import ballast.format.article.ArticleFormat;
import ballast.format.article.TranslatedBlock;
import ballast.format.document.Filters.Use;
import ballast.format.file.XmlEvents;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
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
import net.sf.okapi.common.resource.TextFragment.TagType;
import org.jspecify.annotations.Nullable;

/**
 * Writes a document with translations in place of its blocks: Word, PowerPoint, Excel, OpenDocument
 * text, EPUB and IDML. Everything without a translation is unchanged. Thread-safe.
 */
public final class DocumentWriter {

  /**
   * A translated document.
   *
   * @param problems by the number of the block, from 0, in plain words, without a full stop: {@code
   *     the code 3 is lost}; empty if every translation has each code of its block once, with pairs
   *     inside pairs. Otherwise lost codes are at the end of their blocks in the file, and
   *     duplicate or unknown codes are not in it
   */
  @SuppressWarnings("ArrayRecordComponent") // bytes of a file, never compared
  public record Written(byte[] bytes, Map<Integer, List<String>> problems) {}

  private DocumentWriter() {}

  /**
   * @param lang the language of the translation; null for the document's own, to keep its language
   *     settings
   * @param original the bytes of the file that was read
   * @param translations by the number of the block, from 0, in the {@link ballast.bitext.Document}
   *     read from these bytes
   * @throws InputException if the file is not one of these formats, cannot be read or cannot be
   *     written as such a document
   */
  public static Written write(
      @Nullable Lang lang,
      byte[] original,
      String name,
      Map<Integer, TranslatedBlock> translations) {
    ArticleFormat format = ArticleFormat.of(name, original);
    Optional<ArticleFormat> converted = format.readAs();
    if (converted.isPresent()) {
      throw new InputException(
          "cannot write a translation of \"" + name + "\": it is " + format.title(),
          "open it in LibreOffice or its own program, save it as .%s and translate that file"
              .formatted(converted.get().extension()));
    }
    if (format.isText() || format == ArticleFormat.PDF) {
      throw new InputException(
          "cannot write a translation of \"" + name + "\": it is " + format.title(),
          "translate a document in Word, PowerPoint, Excel, OpenDocument, EPUB or IDML format");
    }
    Map<Integer, List<String>> problems = new TreeMap<>();
    Map<String, TargetUnit> targets = new HashMap<>();
    if (!translations.isEmpty()) {
      try (PackageFile file = OfficeReader.open(format, original, name, Use.READING)) {
        targets.putAll(targets(file, format, translations, problems));
      }
    }
    try (PackageFile file = OfficeReader.open(format, original, name, Use.WRITING)) {
      byte[] written = new FilterRun(file, format, locale(lang)).write(targets);
      return new Written(new Repacking(format, lang, original).of(written, name), problems);
    }
  }

  private static LocaleId locale(@Nullable Lang lang) {
    return lang == null ? LocaleId.ENGLISH : LocaleId.fromString(lang.tag());
  }

  private static Map<String, TargetUnit> targets(
      PackageFile file,
      ArticleFormat format,
      Map<Integer, TranslatedBlock> translations,
      Map<Integer, List<String>> problems) {
    Map<String, TargetUnit> targets = new HashMap<>();
    List<Units.Found> blocks =
        Units.read(file, format, OfficeReader.structure(file, format), /* keepUnits= */ true);
    translations.forEach(
        (number, translation) -> {
          if (number < 0 || number >= blocks.size()) {
            throw new IllegalArgumentException(
                "no block " + number + ": the document has " + blocks.size());
          }
          Units.Origin origin = Objects.requireNonNull(blocks.get(number).origin());
          TargetText target = new TargetText(origin.source(), origin.text(), breaks(format));
          TextFragment text = target.of(translation.text(), translation.codes());
          targets.put(origin.key(), new TargetUnit(origin.unit(), text));
          if (!target.problems.isEmpty()) {
            problems.put(number, target.problems);
          }
        });
    return targets;
  }

  private static TargetText.BreakStyle breaks(ArticleFormat format) {
    return switch (format) {
      case XLSX -> TargetText.BreakStyle.LINE_FEED;
      case ODT -> TargetText.BreakStyle.TEXT_ELEMENT;
      case EPUB -> TargetText.BreakStyle.PAGE_ELEMENT;
      default -> TargetText.BreakStyle.SEPARATOR;
    };
  }

  private record TargetUnit(ITextUnit unit, TextFragment target) {}

  /**
   * Sends a document through its filter and writes the output, with translations. Paragraphs
   * without a translation keep every detail of their codes; translated ones have the codes that
   * were read.
   */
  private record FilterRun(PackageFile file, ArticleFormat format, LocaleId locale) {

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

  /**
   * Packs the output of a filter as the format requires: the {@code mimetype} uncompressed, every
   * part well-formed, the language of the document that of the translation. Each part keeps its
   * time. The same parts give the same bytes.
   */
  static final class Repacking {

    /**
     * Nearly the earliest time that a ZIP file can record: Java adds a field to a part with the
     * very earliest, and the {@code mimetype} must not have any.
     */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 2, 0, 0);

    /** The latest year that a ZIP file can record without such a field. */
    private static final int LAST_YEAR = 2107;

    /** Kinds of fields with a time in universal time: those of Unix and of Windows. */
    private static final int UNIX = 0x5455;

    private static final int WINDOWS = 0x000A;

    private final ArticleFormat format;
    private final Map<String, LocalDateTime> times;
    private final @Nullable TargetLanguage language;

    Repacking(ArticleFormat format, @Nullable Lang lang, byte[] original) {
      this.format = format;
      this.times = times(original);
      this.language = lang == null ? null : new TargetLanguage(format, lang);
    }

    byte[] of(byte[] written, String name) {
      ByteArrayOutputStream out = new ByteArrayOutputStream(written.length);
      try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(written));
          ZipOutputStream zip = new ZipOutputStream(out)) {
        for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
          byte[] part = in.readAllBytes();
          copy(zip, entry.getName(), part, name);
        }
      } catch (IOException e) {
        throw new IllegalStateException("a document in memory cannot be read", e);
      }
      return out.toByteArray();
    }

    private void copy(ZipOutputStream zip, String part, byte[] bytes, String name)
        throws IOException {
      boolean isWord = format == ArticleFormat.DOCX && WordXml.concerns(part);
      byte[] content = isWord ? WordXml.restored(bytes) : bytes;
      if (part.endsWith(".xml") || part.endsWith(".opf") || part.endsWith(".xhtml")) {
        if (language != null && language.concerns(part)) {
          content = language.in(part, new String(content, UTF_8)).getBytes(UTF_8);
        }
        if (format == ArticleFormat.ODT) {
          content = plainNames(new String(content, UTF_8)).getBytes(UTF_8);
        }
        if (format != ArticleFormat.EPUB) {
          check(part, content, name);
        }
      }
      put(zip, part, content);
    }

    void put(ZipOutputStream zip, String part, byte[] content) throws IOException {
      ZipEntry entry = new ZipEntry(part);
      entry.setTimeLocal(times.getOrDefault(part, NO_TIME));
      if (part.equals("mimetype")) {
        CRC32 sum = new CRC32();
        sum.update(content);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCrc(sum.getValue());
      }
      zip.putNextEntry(entry);
      zip.write(content);
      zip.closeEntry();
    }

    private static void check(String part, byte[] content, String name) throws IOException {
      if (content.length == 0) {
        return;
      }
      try (InputStream in = new ByteArrayInputStream(content);
          XmlEvents xml = new XmlEvents(in, part, (line, what) -> {})) {
        while (xml.next() != XmlEvents.Event.DONE) {
          // Reading it is the check.
        }
      } catch (InputException e) {
        throw new InputException(
            "cannot write the translation of \"%s\": the result would be damaged (%s)"
                .formatted(name, e.getMessage()),
            "open the original in its own program, accept all changes, save it anew and try again",
            e);
      }
    }

    /** Returns the modification times of the parts by name: the same in every time zone. */
    private static Map<String, LocalDateTime> times(byte[] document) {
      Map<String, LocalDateTime> times = new HashMap<>();
      try (InputStream bytes = new ByteArrayInputStream(document);
          ZipInputStream in = new ZipInputStream(bytes)) {
        for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
          times.put(entry.getName(), time(entry));
        }
      } catch (IOException | IllegalArgumentException e) {
        // Only the directory at its end is intact: the remaining parts have no time.
      }
      return times;
    }

    private static LocalDateTime time(ZipEntry entry) {
      try {
        LocalDateTime time =
            isUniversal(entry.getExtra())
                ? LocalDateTime.ofInstant(entry.getLastModifiedTime().toInstant(), ZoneOffset.UTC)
                : entry.getTimeLocal();
        return time.isBefore(NO_TIME) || time.getYear() > LAST_YEAR ? NO_TIME : time;
      } catch (DateTimeException e) {
        return NO_TIME; // some programs write a month 0
      }
    }

    private static boolean isUniversal(byte @Nullable [] fields) {
      int at = 0;
      while (fields != null && at + 4 <= fields.length) {
        int kind = (fields[at] & 0xFF) | (fields[at + 1] & 0xFF) << 8;
        if (kind == UNIX || kind == WINDOWS) {
          return true;
        }
        at += 4 + ((fields[at + 2] & 0xFF) | (fields[at + 3] & 0xFF) << 8);
      }
      return false;
    }
  }

  /**
   * A translation as its filter writes it: the characters of the translation with the codes of the
   * source. It has every code of the source once; a code missing in the translation comes last.
   */
  private static final class TargetText {

    private final UnitText known;
    private final BreakStyle breaks;
    private final List<Code> codes;
    private final List<String> problems = new ArrayList<>();

    enum BreakStyle {
      /** As the character that the filter reads as a line break. */
      SEPARATOR,
      LINE_FEED,
      TEXT_ELEMENT,
      PAGE_ELEMENT
    }

    TargetText(TextFragment source, UnitText known, BreakStyle breaks) {
      this.known = known;
      this.breaks = breaks;
      this.codes = source.getClonedCodes();
    }

    /**
     * @param placed codes by rising offset; those at one offset in their order
     */
    TextFragment of(String text, List<InlineCode> placed) {
      List<InlineCode> kept = kept(text, placed);
      if (!isNested(kept)) {
        if (problems.isEmpty()) {
          problems.add("its codes cross each other");
        }
        kept = List.of();
      }
      StringBuilder coded = new StringBuilder(known.head());
      int at = 0;
      Set<String> written = new HashSet<>();
      for (InlineCode code : kept) {
        coded.append(shown(text.substring(at, code.offset())));
        at = code.offset();
        String key = UnitText.key(code);
        written.add(key);
        coded.append(known.coded().get(key));
      }
      coded.append(shown(text.substring(at)));
      known.coded().forEach((key, value) -> coded.append(written.contains(key) ? "" : value));
      coded.append(known.tail());
      return fragment(coded);
    }

    private TextFragment fragment(StringBuilder coded) {
      List<Code> used = new ArrayList<>();
      for (int i = 1; i < coded.length(); i++) {
        if (TextFragment.isMarker(coded.charAt(i - 1))) {
          used.add(codes.get(TextFragment.toIndex(coded.charAt(i))));
          coded.setCharAt(i, TextFragment.toChar(used.size() - 1));
        }
      }
      return new TextFragment(coded.toString(), used);
    }

    private List<InlineCode> kept(String text, List<InlineCode> placed) {
      Map<String, InlineCode> kept = new LinkedHashMap<>();
      for (InlineCode code : placed) {
        String key = UnitText.key(code);
        if (!known.coded().containsKey(key)) {
          problems.add("the source does not have the code " + name(key));
        } else if (kept.containsKey(key)) {
          problems.add("it has the code " + name(key) + " twice");
        } else if (code.offset() > text.length()) {
          problems.add("the code " + name(key) + " stands behind its end");
        } else {
          kept.put(key, code);
        }
      }
      for (InlineCode code : known.codes()) {
        if (!kept.containsKey(UnitText.key(code))) {
          problems.add("the code " + name(UnitText.key(code)) + " is lost");
        }
      }
      return new ArrayList<>(kept.values());
    }

    private static String name(String key) {
      String id = key.substring(key.indexOf(' ') + 1);
      return switch (key.charAt(0)) {
        case '<' -> id + " (its beginning)";
        case '/' -> id + " (its end)";
        default -> id;
      };
    }

    /** Whether pairs are nested, unless they already cross in the source. */
    private boolean isNested(List<InlineCode> kept) {
      return crossings(kept) == 0 || crossings(known.codes()) > 0;
    }

    private static int crossings(List<InlineCode> codes) {
      Deque<String> open = new ArrayDeque<>();
      int crossings = 0;
      int last = 0;
      for (InlineCode code : codes) {
        crossings += code.offset() < last ? 1 : 0;
        last = code.offset();
        String key = UnitText.key(code).substring(1);
        if (code.isOpening()) {
          open.push(key);
        } else if (code.isClosing() && !key.equals(open.poll())) {
          crossings++;
        }
      }
      return crossings + open.size();
    }

    private String shown(String text) {
      if (breaks == BreakStyle.LINE_FEED || (text.indexOf('\n') < 0 && text.indexOf('\t') < 0)) {
        return text;
      }
      StringBuilder shown = new StringBuilder();
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        if (c == '\n') {
          lineBreak(shown);
        } else if (c == '\t' && breaks == BreakStyle.TEXT_ELEMENT) {
          element(shown, "tab", "<text:tab/>");
        } else {
          shown.append(c);
        }
      }
      return shown.toString();
    }

    private void lineBreak(StringBuilder shown) {
      switch (breaks) {
        case TEXT_ELEMENT -> element(shown, "lb", "<text:line-break/>");
        case PAGE_ELEMENT -> element(shown, "lb", "<br/>");
        default -> shown.append(Filters.LINE_BREAK);
      }
    }

    private void element(StringBuilder shown, String type, String data) {
      Code code = new Code(TagType.PLACEHOLDER, type, data);
      int id = 1;
      for (Code other : codes) {
        id = Math.max(id, other.getId() + 1);
      }
      code.setId(id);
      codes.add(code);
      shown
          .append((char) TextFragment.MARKER_ISOLATED)
          .append(TextFragment.toChar(codes.size() - 1));
    }
  }

  /** Sets the language of the document where the format has it only once. */
  private static final class TargetLanguage {

    private static final Pattern LANG = Pattern.compile("<w:lang\\b[^>]*/>");
    private static final Pattern DEFAULTS = Pattern.compile("<w:rPrDefault>\\s*<w:rPr\\s*>");
    private static final Pattern NO_RUN_DEFAULTS =
        Pattern.compile(
            "<w:rPrDefault\\s*/>|<w:rPrDefault\\s*>\\s*<w:rPr\\s*/>\\s*</w:rPrDefault>");
    private static final Pattern EMPTY_DEFAULTS = Pattern.compile("<w:docDefaults\\s*/>");
    private static final Pattern NO_DEFAULTS =
        Pattern.compile("<w:styles\\b[^>]*(?<!/)>(?!\\s*<w:docDefaults)");
    private static final Pattern HINT = Pattern.compile("(<w:rFonts\\b[^>]*?) w:hint=\"eastAsia\"");
    private static final Pattern SLIDE_LANG = Pattern.compile("(<a:[A-Za-z0-9]+ )lang=\"[^\"]*\"");
    private static final Pattern DEFAULT_STYLE =
        Pattern.compile("(?s)<style:default-style\\b.*?</style:default-style>");
    private static final Pattern BOOK =
        Pattern.compile("(<dc:language[^>]*>)[^<]*(</dc:language>)");
    private static final Pattern PAGE =
        Pattern.compile("(<html\\b[^>]*?\\s(?:xml:)?lang=\")[^\"]*(\")");

    private static final Set<String> EAST_ASIAN = Set.of("zh", "ja", "ko", "yue");

    private final ArticleFormat format;
    private final Lang lang;
    private final boolean asian;

    TargetLanguage(ArticleFormat format, Lang lang) {
      this.format = format;
      this.lang = lang;
      this.asian = EAST_ASIAN.contains(lang.language());
    }

    boolean concerns(String part) {
      return switch (format) {
        case DOCX -> part.startsWith("word/") && part.endsWith(".xml");
        case PPTX -> part.matches("ppt/(?:presentation|slides/[^/]+|notesSlides/[^/]+)\\.xml");
        case ODT -> part.equals("styles.xml");
        case EPUB -> part.endsWith(".opf") || part.endsWith(".xhtml");
        default -> false;
      };
    }

    String in(String part, String xml) {
      return switch (format) {
        case DOCX -> part.equals("word/styles.xml") ? styles(xml) : fonts(xml);
        case PPTX -> SLIDE_LANG.matcher(xml).replaceAll("$1lang=\"" + lang.tag() + "\"");
        case ODT -> DEFAULT_STYLE.matcher(xml).replaceAll(this::defaultStyle);
        case EPUB ->
            part.endsWith(".opf")
                ? BOOK.matcher(xml).replaceAll("$1" + lang.tag() + "$2")
                : PAGE.matcher(xml).replaceAll("$1" + lang.tag() + "$2");
        default -> xml;
      };
    }

    private String styles(String xml) {
      String language =
          asian
              ? "<w:lang w:val=\"en-US\" w:eastAsia=\"" + lang.tag() + "\"/>"
              : "<w:lang w:val=\"" + lang.tag() + "\" w:eastAsia=\"zh-CN\"/>";
      String plain = LANG.matcher(xml).replaceAll("");
      Matcher defaults = DEFAULTS.matcher(plain);
      if (defaults.find()) {
        int end = plain.indexOf("</w:rPr>", defaults.end());
        return end < 0
            ? fonts(xml)
            : fonts(plain.substring(0, end) + language + plain.substring(end));
      }
      String made = "<w:rPrDefault><w:rPr>" + language + "</w:rPr></w:rPrDefault>";
      String all = "<w:docDefaults>" + made + "</w:docDefaults>";
      for (Map.Entry<Pattern, String> place :
          List.of(
              Map.entry(NO_RUN_DEFAULTS, made),
              Map.entry(EMPTY_DEFAULTS, all),
              Map.entry(NO_DEFAULTS, "$0" + all))) {
        Matcher found = place.getKey().matcher(plain);
        if (found.find()) {
          return fonts(found.replaceFirst(place.getValue()));
        }
      }
      return fonts(xml);
    }

    /** Without the hint, Western quotation marks are not taken from a Chinese font. */
    private String fonts(String xml) {
      return asian ? xml : HINT.matcher(xml).replaceAll("$1");
    }

    private String defaultStyle(MatchResult style) {
      Locale locale = Locale.forLanguageTag(lang.tag());
      String suffix = asian ? "style:%s-asian" : "fo:%s";
      String text = style.group();
      text = attribute(text, String.format(Locale.ROOT, suffix, "language"), locale.getLanguage());
      text = attribute(text, String.format(Locale.ROOT, suffix, "country"), locale.getCountry());
      return Matcher.quoteReplacement(text);
    }

    private static String attribute(String text, String name, String value) {
      return value.isEmpty()
          ? text
          : text.replaceAll(" " + name + "=\"[^\"]*\"", " " + name + "=\"" + value + "\"");
    }
  }

  private static final Pattern TAG =
      Pattern.compile("<[\\p{L}_][^<>\"]*+(?:\"[^\"]*+\"[^<>\"]*+)*+>");

  /** A value, which is unchanged, or a colon next to a missing name. */
  private static final Pattern COLON = Pattern.compile("\"[^\"]*+\"|(?<=\\s):|(?<=\\sxmlns):(?==)");

  /**
   * Removes the colons that Okapi's filter for OpenDocument writes before the names of attributes
   * without a prefix ({@code :id}, {@code xmlns:}). With them no program reads the document.
   */
  private static String plainNames(String xml) {
    return TAG.matcher(xml).replaceAll(tag -> Matcher.quoteReplacement(sound(tag.group())));
  }

  private static String sound(String tag) {
    return tag.indexOf(':') < 0
        ? tag
        : COLON
            .matcher(tag)
            .replaceAll(
                (MatchResult found) ->
                    found.group().equals(":") ? "" : Matcher.quoteReplacement(found.group()));
  }
}
