package ballast.format.document;

import ballast.bitext.Lang;
import ballast.format.article.ArticleFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sets the language of a document to that of its translation, where the format says it once. */
final class TargetLanguage {

  private static final Pattern LANG = Pattern.compile("<w:lang\\b[^>]*/>");
  private static final Pattern DEFAULTS = Pattern.compile("<w:rPrDefault>\\s*<w:rPr\\s*>");
  private static final Pattern NO_RUN_DEFAULTS =
      Pattern.compile("<w:rPrDefault\\s*/>|<w:rPrDefault\\s*>\\s*<w:rPr\\s*/>\\s*</w:rPrDefault>");
  private static final Pattern EMPTY_DEFAULTS = Pattern.compile("<w:docDefaults\\s*/>");
  private static final Pattern NO_DEFAULTS =
      Pattern.compile("<w:styles\\b[^>]*(?<!/)>(?!\\s*<w:docDefaults)");
  private static final Pattern HINT = Pattern.compile("(<w:rFonts\\b[^>]*?) w:hint=\"eastAsia\"");
  private static final Pattern SLIDE_LANG = Pattern.compile("(<a:[A-Za-z0-9]+ )lang=\"[^\"]*\"");
  private static final Pattern DEFAULT_STYLE =
      Pattern.compile("(?s)<style:default-style\\b.*?</style:default-style>");
  private static final Pattern BOOK = Pattern.compile("(<dc:language[^>]*>)[^<]*(</dc:language>)");
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

  /** Whether a part says the language. */
  boolean concerns(String part) {
    return switch (format) {
      case DOCX -> part.startsWith("word/") && part.endsWith(".xml");
      case PPTX -> part.matches("ppt/(?:presentation|slides/[^/]+|notesSlides/[^/]+)\\.xml");
      case ODT -> part.equals("styles.xml");
      case EPUB -> part.endsWith(".opf") || part.endsWith(".xhtml");
      default -> false;
    };
  }

  /** The part with the language of the translation. */
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
