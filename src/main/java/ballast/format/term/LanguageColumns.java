package ballast.format.term;

import ballast.bitext.Lang;
import ballast.format.file.Characters;
import ballast.language.LangCode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a table with a column for each language, as MateCat, Weblate, memoQ and the
 * spreadsheets of teams have them. The first row names the languages, and other columns that
 * describe the row or the term before them.
 */
final class LanguageColumns {

  /**
   * What a column holds. A column that describes a term belongs to the language column before it.
   */
  enum Kind {
    TERM,
    TERM_NOTE,
    ID,
    STATUS,
    FORBIDDEN,
    DOMAIN,
    PROJECT,
    TERM_INFO,
    PART_OF_SPEECH,
    NOTE,
    SOURCE,
    NOTHING
  }

  /**
   * A column.
   *
   * @param lang the language code of a {@link Kind#TERM} column and of the columns that belong to
   *     it
   */
  record Column(Kind kind, String lang) {}

  private static final String DEFINITION = "_def";

  private static final Map<String, Kind> KINDS = kinds();

  /** Heads that name a side, for a language where another column names the other. */
  private static final Map<String, String> LANGUAGE_NAMES = Map.of("原文", "zh", "译文", "en");

  /** Heads of the first column that say its side but not its language. */
  private static final Set<String> SOURCES =
      Set.of("原文", "源语", "源语言", "源文", "source", "source term", "source language");

  private static final Set<String> TARGETS =
      Set.of("译文", "目标语", "目标语言", "译名", "target", "target term", "target language");

  private static final Pattern CODE =
      Pattern.compile("[A-Za-z]{2,3}([-_][A-Za-z]{4})?([-_]([A-Za-z]{2}|[0-9]{3}))?");

  private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());
  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

  private final List<Column> columns;

  private LanguageColumns(List<Column> columns) {
    this.columns = List.copyOf(columns);
  }

  private static Map<String, Kind> kinds() {
    Map<String, Kind> kinds = new HashMap<>();
    name(kinds, Kind.ID, "id", "concept id", "term id", "concept_id", "term_id", "entry_id");
    name(kinds, Kind.STATUS, "status", "term status", "usage status");
    name(kinds, Kind.FORBIDDEN, "forbidden");
    name(kinds, Kind.DOMAIN, "domain", "subdomain", "subject", "subject field");
    name(kinds, Kind.DOMAIN, "entry_subject", "entry_domain");
    name(kinds, Kind.PROJECT, "project", "client", "customer");
    name(kinds, Kind.PROJECT, "entry_clientid", "entry_projectid");
    name(kinds, Kind.PART_OF_SPEECH, "pos", "part of speech", "part_of_speech");
    name(kinds, Kind.TERM_NOTE, "note", "notes", "comment", "comments", "备注");
    name(kinds, Kind.NOTE, "definition", "description", "entry_note", "定义");
    name(kinds, Kind.SOURCE, "source");
    name(kinds, Kind.TERM_INFO, "term_info");
    name(kinds, Kind.NOTHING, "example of use", "term_example", "entry_image");
    name(kinds, Kind.NOTHING, "entry_created", "entry_creator");
    name(kinds, Kind.NOTHING, "entry_lastmodified", "entry_modifier");
    return kinds;
  }

  private static void name(Map<String, Kind> kinds, Kind kind, String... names) {
    for (String name : names) {
      kinds.put(name, kind);
    }
  }

  /** What a column or field of that name holds; {@link Kind#NOTHING} if the name says nothing. */
  static Kind kind(String name) {
    return KINDS.getOrDefault(Characters.strip(name).toLowerCase(Locale.ROOT), Kind.NOTHING);
  }

  /**
   * The columns that a row names; null if it names no language, so that it is not a header.
   *
   * @throws GlossaryColumns.BadHeader if it is a header that cannot be used
   */
  static @Nullable LanguageColumns of(List<String> header) throws GlossaryColumns.BadHeader {
    List<Column> columns = new ArrayList<>();
    List<String> languages = new ArrayList<>();
    String wrong = "";
    int known = 0;
    String lang = "";
    for (String written : header) {
      String name = Characters.strip(written).toLowerCase(Locale.ROOT);
      Kind kind = KINDS.get(name);
      String code = code(written);
      if (kind != null) {
        known++;
        columns.add(new Column(kind == Kind.TERM_NOTE && lang.isEmpty() ? Kind.NOTE : kind, lang));
      } else if (isDefinition(name)) {
        known++;
        columns.add(new Column(Kind.NOTE, lang));
      } else if (isLanguage(code)) {
        lang = code;
        languages.add(code);
        columns.add(new Column(Kind.TERM, code));
      } else {
        wrong = wrong.isEmpty() && isNearlyLanguage(code) ? code : wrong;
        columns.add(new Column(Kind.NOTHING, lang));
      }
    }
    if (!wrong.isEmpty() && !languages.isEmpty()) {
      throw new GlossaryColumns.BadHeader(
          "names the language \"" + wrong + "\", whose country is unknown");
    }
    if (languages.size() == 1 && known + 1 == header.size()) {
      throw new GlossaryColumns.BadHeader(
          "has terms in " + languages.get(0) + " only: a glossary needs two languages");
    }
    // Most cells of a header are known names: "is" and "no" may be languages or words.
    int unknown = header.size() - known - languages.size();
    boolean isHeader =
        (has("zh", languages) && has("en", languages) && !isDeepL(header))
            || (languages.size() > 1 && unknown < known + languages.size());
    return isHeader ? new LanguageColumns(columns) : null;
  }

  private static boolean has(String language, List<String> codes) {
    return codes.stream().anyMatch(code -> new Lang(code).language().equals(language));
  }

  /** The code of the language that a head names; the head itself if it is not a name. */
  private static String code(String head) {
    String plain = Characters.strip(head);
    String known = LANGUAGE_NAMES.get(plain.toLowerCase(Locale.ROOT));
    String named = known == null ? LanguageName.code(plain) : known;
    if (named.isEmpty() && !isLanguage(plain) && !isNearlyLanguage(plain)) {
      named = LanguageHead.code(plain);
    }
    return named.isEmpty() ? plain : named;
  }

  /** Whether it is the definition in a language, as memoQ names it: {@code English_Def}. */
  private static boolean isDefinition(String name) {
    return name.endsWith(DEFINITION)
        && isLanguage(code(name.substring(0, name.length() - DEFINITION.length())));
  }

  /**
   * Whether a row is the head of a table without named languages: a source, a target and remarks.
   */
  static boolean isSides(List<String> row) {
    return row.size() > 1
        && SOURCES.contains(lower(row.get(0)))
        && TARGETS.contains(lower(row.get(1)))
        && row.stream().skip(2).allMatch(LanguageColumns::isRemark);
  }

  private static boolean isRemark(String head) {
    Kind kind = kind(head);
    return Characters.isBlank(head) || kind == Kind.TERM_NOTE || kind == Kind.NOTE;
  }

  private static String lower(String head) {
    return Characters.strip(head).toLowerCase(Locale.ROOT);
  }

  /** Whether a row has DeepL's form: two terms, then their languages. */
  static boolean isDeepL(List<String> row) {
    return row.size() == 4
        && isLanguage(Characters.strip(row.get(2)))
        && isLanguage(Characters.strip(row.get(3)))
        && !isHead(row.get(0))
        && !isHead(row.get(1));
  }

  private static boolean isHead(String cell) {
    String name = Characters.strip(cell).toLowerCase(Locale.ROOT);
    return KINDS.containsKey(name)
        || LANGUAGE_NAMES.containsKey(name)
        || GlossaryRows.HEADS.contains(name)
        || isLanguage(code(name));
  }

  /** Whether it is the code of an existing language, perhaps with an existing country. */
  static boolean isLanguage(String code) {
    return isCode(code) && hasCountry(code);
  }

  /** Whether it is the code of an existing language with a country that does not exist. */
  private static boolean isNearlyLanguage(String code) {
    return isCode(code) && !hasCountry(code);
  }

  private static boolean isCode(String code) {
    Lang lang = CODE.matcher(code).matches() ? LangCode.lang(code) : null;
    return lang != null && LANGUAGES.contains(lang.language());
  }

  private static boolean hasCountry(String code) {
    String country = code.replaceFirst("^[A-Za-z]{2,3}([-_][A-Za-z]{4})?[-_]?", "");
    return country.isEmpty()
        || Character.isDigit(country.charAt(0))
        || COUNTRIES.contains(country.toUpperCase(Locale.ROOT));
  }

  List<Column> columns() {
    return columns;
  }
}
