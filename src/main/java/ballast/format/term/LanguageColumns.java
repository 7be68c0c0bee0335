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
 * The columns of a table with a column for each language, as MateCat, Weblate and the spreadsheets
 * of teams have them. The first row names the languages, and other columns that describe the row or
 * the term before them.
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

  private static final Map<String, Kind> KINDS = kinds();

  private static final Map<String, String> LANGUAGE_NAMES =
      Map.of(
          "chinese", "zh", "中文", "zh", "汉语", "zh", "简体中文", "zh-CN", "原文", "zh", "english", "en",
          "英文", "en", "英语", "en", "译文", "en");

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
    for (String name : List.of("id", "concept id", "term id", "concept_id", "term_id")) {
      kinds.put(name, Kind.ID);
    }
    kinds.put("status", Kind.STATUS);
    kinds.put("forbidden", Kind.FORBIDDEN);
    for (String name : List.of("domain", "subdomain", "subject", "subject field")) {
      kinds.put(name, Kind.DOMAIN);
    }
    for (String name : List.of("pos", "part of speech", "part_of_speech")) {
      kinds.put(name, Kind.PART_OF_SPEECH);
    }
    for (String name : List.of("note", "notes", "comment", "comments", "备注")) {
      kinds.put(name, Kind.TERM_NOTE);
    }
    for (String name : List.of("definition", "description", "定义")) {
      kinds.put(name, Kind.NOTE);
    }
    kinds.put("source", Kind.SOURCE);
    kinds.put("example of use", Kind.NOTHING);
    return kinds;
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
      String code = LANGUAGE_NAMES.getOrDefault(name, Characters.strip(written));
      if (kind != null) {
        known++;
        columns.add(new Column(kind == Kind.TERM_NOTE && lang.isEmpty() ? Kind.NOTE : kind, lang));
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
    boolean isHeader = languages.size() > 1 && unknown < known + languages.size();
    return isHeader ? new LanguageColumns(columns) : null;
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
        || isLanguage(name);
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
