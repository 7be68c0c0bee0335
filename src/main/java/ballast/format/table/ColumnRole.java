package ballast.format.table;

import ballast.bitext.CountedNoun;
import ballast.bitext.Location;
import ballast.bitext.Spelling;
import ballast.format.file.Characters;
import ballast.language.WordList;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The role of a column of a table, with its usual names in English and Chinese (column-names.txt).
 * All readers of tables recognise columns by these, ignoring case, width, blanks and low lines.
 * Each reader decides which roles its table can have. Languages are not in the list: {@link
 * LanguageHead} reads their names.
 */
public enum ColumnRole {
  /** A text in one language; other columns name the language. */
  SOURCE_TEXT("source text"),
  TARGET_TEXT("target"),
  TERM("term"),
  /** The source text next to a target, or the origin of a row. */
  SOURCE("source"),
  /** The origin of a row; the first of the roles in a glossary, {@link #DEFINITION} the last. */
  AUTHORITY("authority"),
  ID("id"),
  CHINESE("zh"),
  CHINESE_VARIANTS("zh_variants"),
  ENGLISH("en"),
  ENGLISH_VARIANTS("en_variants"),
  /** Forbidden words; or yes and no. */
  FORBIDDEN("forbidden_en"),
  STATUS("status"),
  MATCH("match"),
  CASE("case"),
  PART_OF_SPEECH("pos"),
  DOMAIN("domain"),
  PROJECT("project"),
  NOT_IN("not_in"),
  ONLY_IF("only_if"),
  NOT_IF("not_if"),
  NOTE("note"),
  DEFINITION("definition"),
  /** memoQ's data on the term before it. */
  TERM_INFO("term_info"),
  DOCUMENT("document"),
  CONFIDENCE("confidence"),
  AUTHOR("author"),
  CREATED("created"),
  CHANGED("changed"),
  WAIVER("waiver"),
  BEFORE("before"),
  AFTER("after"),
  NEW_TEXT("new"),
  ANSWER("accept?"),
  KEY("key"),
  /** Records of programs and people about a row, which no reader needs. */
  BOOKKEEPING("no");

  /** Minimum length of a Latin name for suggestions; a shorter one is near any other. */
  private static final int MIN_NEAR = 3;

  private static final WordList NAMES = WordList.load("format/column-names.txt");
  private static final Map<String, ColumnRole> BY_NAME = byName();

  private final String label;

  ColumnRole(String label) {
    this.label = label;
  }

  private static Map<String, ColumnRole> byName() {
    Map<String, ColumnRole> roles = new HashMap<>();
    for (ColumnRole role : values()) {
      role.names().forEach(name -> roles.put(folded(name), role));
    }
    return Map.copyOf(roles);
  }

  private List<String> names() {
    return NAMES.section(label);
  }

  /** The name in Ballast's own tables. */
  public String label() {
    return label;
  }

  /** Returns the role for the head of a column; empty if there is none. */
  public static Optional<ColumnRole> of(String head) {
    return Optional.ofNullable(BY_NAME.get(folded(head)));
  }

  /** Same, also for a head with a remark in brackets: {@code Forbidden (EN)}. */
  public static Optional<ColumnRole> ofDescribed(String head) {
    return of(head).or(() -> of(head.replaceFirst("\\s*[(（][^()（）]*[)）]\\s*$", "")));
  }

  /** Whether two heads are equal, ignoring case, width and blanks. */
  public static boolean same(String one, String other) {
    return folded(one).equals(folded(other));
  }

  /** Returns the role name that a head may misspell; empty if none is near. */
  public static Optional<String> nearest(String head, Collection<ColumnRole> roles) {
    String written = plain(head);
    List<String> names = new ArrayList<>();
    for (ColumnRole role : roles) {
      role.names().stream().filter(name -> mayBeMeant(name, written)).forEach(names::add);
    }
    return Spelling.nearest(written, names).stream().findFirst();
  }

  /** Two Chinese characters are near many others: the first must be the same. */
  private static boolean mayBeMeant(String name, String written) {
    boolean latin = name.charAt(0) < 0x80;
    return latin
        ? name.length() >= MIN_NEAR
        : name.length() > 2 || written.startsWith(name.substring(0, 1));
  }

  /** Removes differences of case and width, blanks, low lines and closing marks. */
  private static String folded(String head) {
    return plain(head).replaceAll("[\\s_-]|[:*]$", "");
  }

  private static String plain(String head) {
    return Normalizer.normalize(head, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT).strip();
  }

  /**
   * A column of a table with cells that its reader does not use.
   *
   * @param head its head; empty if it has none
   * @param number its place in the table, 1-based
   * @param where the header row
   * @param cells number of its non-blank cells
   * @param hint advice, such as {@code did you mean "note"?}; empty if there is none
   * @param isBookkeeping whether its cells are known not to matter
   */
  public record UnusedColumn(
      String head, int number, Location where, int cells, String hint, boolean isBookkeeping) {

    /** {@code the column "forbiden_en" (12 cells) is not used; did you mean "forbidden_en"?}. */
    @Override
    public String toString() {
      String column = head.isEmpty() ? "number " + number : '"' + head + '"';
      String more = hint.isEmpty() ? "" : "; " + hint;
      return "the column %s (%s) is not used%s"
          .formatted(column, CountedNoun.of(cells, "cell"), more);
    }

    /** Counts the cells of a table that its reader does not use. */
    public static final class Counter {

      private final List<String> heads;
      private final Location where;
      private final Set<Integer> used;
      private final Collection<ColumnRole> roles;
      private final TreeMap<Integer, Integer> cells = new TreeMap<>();

      /**
       * @param heads the header row
       * @param where place of the header row
       * @param used indexes of the columns that are used, counted from 0
       * @param roles the roles that the reader knows, for suggestions
       */
      public Counter(
          List<String> heads, Location where, Set<Integer> used, Collection<ColumnRole> roles) {
        this.heads = List.copyOf(heads);
        this.where = where;
        this.used = Set.copyOf(used);
        this.roles = List.copyOf(roles);
      }

      public void count(List<String> row) {
        for (int i = 0; i < row.size(); i++) {
          if (!used.contains(i) && !Characters.isBlank(row.get(i))) {
            cells.merge(i, 1, Integer::sum);
          }
        }
      }

      /** Returns the unused columns with cells, in their order. */
      public List<UnusedColumn> columns() {
        List<UnusedColumn> columns = new ArrayList<>();
        cells.forEach((place, count) -> columns.add(column(place, count)));
        return columns;
      }

      private UnusedColumn column(int place, int count) {
        String head = place < heads.size() ? Characters.strip(heads.get(place)) : "";
        ColumnRole role = ColumnRole.ofDescribed(head).orElse(null);
        boolean isBookkeeping = role == ColumnRole.BOOKKEEPING;
        return new UnusedColumn(head, place + 1, where, count, hint(head, role), isBookkeeping);
      }

      private String hint(String head, @Nullable ColumnRole role) {
        if (head.isEmpty()) {
          return "name it in the header row";
        }
        if (role != null) {
          return used.stream()
              .filter(place -> ColumnRole.ofDescribed(heads.get(place)).orElse(null) == role)
              .map(
                  place ->
                      "the column \"" + Characters.strip(heads.get(place)) + "\" is used for that")
              .findFirst()
              .orElse("");
        }
        return ColumnRole.nearest(head, roles)
            .map(name -> "did you mean \"" + name + "\"?")
            .orElse("");
      }
    }
  }
}
