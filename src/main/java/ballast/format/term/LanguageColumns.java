package ballast.format.term;

import ballast.bitext.Lang;
import ballast.format.file.Characters;
import ballast.format.table.ColumnRole;
import ballast.format.table.LanguageHead;
import ballast.format.table.LanguageHead.LanguageName;
import ballast.language.LangCode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a table with a column for each language, as in MateCat, Weblate, memoQ and teams'
 * spreadsheets. The first row names the languages, or a source and a target, and other columns that
 * describe the row or the term before them.
 */
record LanguageColumns(List<Column> columns) {

  /** Placeholders for the language of a source and a target until the Chinese side is known. */
  static final String SOURCE_SIDE = "source";

  static final String TARGET_SIDE = "target";

  /**
   * @param role {@link ColumnRole#TERM} for the terms of a language
   * @param lang language code of terms and of a column that describes them; empty for a column that
   *     describes the row
   */
  record Column(ColumnRole role, String lang) {}

  private static final String DEFINITION = "_def";

  /** Columns of texts without the name of a language, next to a target. */
  private static final Set<ColumnRole> SOURCES =
      EnumSet.of(ColumnRole.SOURCE_TEXT, ColumnRole.SOURCE, ColumnRole.TERM);

  private static final Pattern CODE =
      Pattern.compile("[A-Za-z]{2,3}([-_][A-Za-z]{4})?([-_]([A-Za-z]{2}|[0-9]{3}))?");

  private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());
  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

  LanguageColumns {
    columns = List.copyOf(columns);
  }

  /**
   * Returns null if the row names no languages or sides, so that it is not a header.
   *
   * @throws GlossaryColumns.BadHeader if it is a header that cannot be used
   */
  static @Nullable LanguageColumns of(List<String> header) throws GlossaryColumns.BadHeader {
    List<String> codes = new ArrayList<>();
    String wrong = "";
    for (String head : header) {
      String code = isDescription(head) ? "" : code(head);
      wrong = wrong.isEmpty() && isNearlyLanguage(code) ? code : wrong;
      codes.add(isLanguage(code) ? code : "");
    }
    long named = codes.stream().filter(code -> !code.isEmpty()).count();
    if (!wrong.isEmpty() && named > 0) {
      throw new GlossaryColumns.BadHeader(
          "names the language \"" + wrong + "\", whose country is unknown");
    }
    addSides(header, codes);
    List<String> languages = codes.stream().filter(code -> !code.isEmpty()).toList();
    int known = 0;
    for (int i = 0; i < codes.size(); i++) {
      known += codes.get(i).isEmpty() && isDescription(header.get(i)) ? 1 : 0;
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
    return isHeader ? new LanguageColumns(columns(header, codes)) : null;
  }

  private static boolean isDescription(String head) {
    ColumnRole role = ColumnRole.of(head).orElse(ColumnRole.ENGLISH);
    return (role != ColumnRole.ENGLISH && role != ColumnRole.CHINESE) || isDefinition(head);
  }

  /**
   * Adds the languages of columns that name a side: of 中文 and 译文 the second is English. Of {@code
   * source} and {@code target}, the terms determine which is Chinese.
   */
  private static void addSides(List<String> header, List<String> codes) {
    int source = -1;
    int target = -1;
    for (int i = 0; i < codes.size(); i++) {
      ColumnRole role = ColumnRole.of(header.get(i)).orElse(ColumnRole.BOOKKEEPING);
      boolean isBetter = source < 0 || role != ColumnRole.SOURCE;
      source = SOURCES.contains(role) && isBetter ? i : source;
      target = role == ColumnRole.TARGET_TEXT && target < 0 ? i : target;
    }
    boolean chinese = has("zh", codes);
    boolean english = has("en", codes);
    if (chinese != english && Math.max(source, target) >= 0) {
      boolean useTarget = target >= 0 && (chinese || source < 0);
      codes.set(useTarget ? target : source, chinese ? "en" : "zh");
    } else if (!chinese && !english && source >= 0 && target >= 0) {
      codes.set(source, SOURCE_SIDE);
      codes.set(target, TARGET_SIDE);
    }
  }

  private static boolean has(String language, List<String> codes) {
    return codes.stream().map(LangCode::lang).anyMatch(lang -> isOf(language, lang));
  }

  private static boolean isOf(String language, @Nullable Lang lang) {
    return lang != null && lang.language().equals(language);
  }

  private static List<Column> columns(List<String> header, List<String> codes) {
    List<Column> columns = new ArrayList<>();
    String lang = "";
    for (int i = 0; i < codes.size(); i++) {
      if (!codes.get(i).isEmpty()) {
        lang = codes.get(i);
        columns.add(new Column(ColumnRole.TERM, lang));
        continue;
      }
      String head = header.get(i);
      ColumnRole role =
          isDefinition(head)
              ? ColumnRole.DEFINITION
              : ColumnRole.ofDescribed(head).orElse(ColumnRole.BOOKKEEPING);
      role = role == ColumnRole.SOURCE ? ColumnRole.AUTHORITY : role;
      // A note next to a term is about the term, any other about the row.
      boolean isApart = i == 0 || codes.get(i - 1).isEmpty();
      columns.add(new Column(role, role == ColumnRole.NOTE && isApart ? "" : lang));
    }
    return columns;
  }

  /** Prefers the column for English terms. */
  int only(ColumnRole role) {
    int first = -1;
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).role() == role) {
        if (has("en", List.of(columns.get(i).lang()))) {
          return i;
        }
        first = first < 0 ? i : first;
      }
    }
    return first;
  }

  Set<Integer> used() {
    Set<Integer> used = new HashSet<>();
    for (int i = 0; i < columns.size(); i++) {
      ColumnRole role = columns.get(i).role();
      if (GlossaryColumns.SINGLE.contains(role) ? only(role) == i : isRead(columns.get(i))) {
        used.add(i);
      }
    }
    return used;
  }

  private static boolean isRead(Column column) {
    return switch (column.role()) {
      case TERM, ID, STATUS, FORBIDDEN, CHINESE_VARIANTS, ENGLISH_VARIANTS, MATCH, CASE -> true;
      case PART_OF_SPEECH, DOMAIN, PROJECT, NOT_IN, ONLY_IF, NOT_IF, NOTE, DEFINITION -> true;
      case AUTHORITY -> true;
      case TERM_INFO -> !column.lang().isEmpty();
      default -> false;
    };
  }

  private static String code(String head) {
    String plain = Characters.strip(head);
    String named = LanguageName.code(plain);
    if (named.isEmpty() && !isLanguage(plain) && !isNearlyLanguage(plain)) {
      named = LanguageHead.code(plain);
    }
    return named.isEmpty() ? plain : named;
  }

  /** Whether it is the definition in a language, as memoQ names it: {@code English_Def}. */
  private static boolean isDefinition(String head) {
    String name = Characters.strip(head).toLowerCase(Locale.ROOT);
    return name.endsWith(DEFINITION)
        && isLanguage(code(name.substring(0, name.length() - DEFINITION.length())));
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
    return ColumnRole.of(cell).isPresent() || isLanguage(code(cell));
  }

  static boolean isLanguage(String code) {
    return isCode(code) && hasCountry(code);
  }

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

  boolean hasSides() {
    return columns.stream().anyMatch(column -> column.lang().equals(SOURCE_SIDE));
  }

  String codeOf(String language) {
    return columns.stream()
        .filter(column -> column.role() == ColumnRole.TERM)
        .map(Column::lang)
        .filter(code -> has(language, List.of(code)))
        .findFirst()
        .orElse(language);
  }
}
