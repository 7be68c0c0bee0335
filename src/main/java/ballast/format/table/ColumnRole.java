package ballast.format.table;

import ballast.bitext.CountedNoun;
import ballast.bitext.Location;
import ballast.bitext.Spelling;
import ballast.format.file.Characters;
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
 * The role of a column of a table, with its usual names in English and Chinese. All readers of
 * tables recognise columns by this list, ignoring case, width, blanks and low lines. Each reader
 * decides which roles its table can have. Languages are not in the list: {@link LanguageHead} reads
 * their names.
 */
public enum ColumnRole {
  /** A text in one language; other columns name the language. */
  SOURCE_TEXT("source text", "source term", "source language", "原文", "源语", "源语言", "源文"),
  TARGET_TEXT(
      "target",
      "target text",
      "target term",
      "target language",
      "translation",
      "译文",
      "译名",
      "译法",
      "翻译",
      "目标语",
      "目标语言",
      "推荐译法",
      "推荐译名",
      "标准译法"),
  TERM("term", "terms", "术语", "词条", "词语"),
  /** The source text next to a target, or the origin of a row. */
  SOURCE("source"),
  /** The origin of a row. */
  AUTHORITY("authority", "reference", "来源", "出处", "依据"),
  ID("id", "concept id", "term id", "entry id", "编号", "术语编号", "概念编号"),
  CHINESE("zh"),
  CHINESE_VARIANTS("zh_variants", "中文变体", "中文别名", "中文异名", "中文同义词"),
  ENGLISH("en", "approved en"),
  ENGLISH_VARIANTS("en_variants", "英文变体", "英文同义词", "其他译法", "备选译法", "允许译法"),
  /** Forbidden words; or yes and no. */
  FORBIDDEN(
      "forbidden_en",
      "en forbidden",
      "forbidden",
      "forbidden term",
      "forbidden terms",
      "forbidden translation",
      "forbidden translations",
      "do not use",
      "don't use",
      "not to be used",
      "禁用",
      "禁用词",
      "禁用译法",
      "禁用译名",
      "禁用译文",
      "禁用术语",
      "禁用英文",
      "禁止",
      "禁止译法",
      "禁止使用",
      "错误译法",
      "不推荐译法",
      "误译",
      "勿用"),
  STATUS("status", "term status", "usage status", "状态", "术语状态", "使用状态"),
  MATCH("match", "匹配"),
  CASE("case", "case sensitive", "大小写", "区分大小写"),
  PART_OF_SPEECH("pos", "part of speech", "词性"),
  DOMAIN(
      "domain",
      "subdomain",
      "subject",
      "subject field",
      "entry subject",
      "entry domain",
      "领域",
      "专业领域",
      "学科",
      "专业"),
  PROJECT("project", "client", "customer", "entry clientid", "entry projectid", "项目", "客户"),
  NOT_IN("not_in"),
  ONLY_IF("only_if"),
  NOT_IF("not_if"),
  NOTE(
      "note",
      "notes",
      "comment",
      "comments",
      "remark",
      "remarks",
      "备注",
      "注释",
      "批注",
      "说明",
      "评论",
      "意见"),
  DEFINITION("definition", "description", "entry note", "定义", "释义", "解释"),
  /** memoQ's data on the term before it. */
  TERM_INFO("term_info"),
  DOCUMENT("document", "文档"),
  CONFIDENCE("confidence", "置信度"),
  AUTHOR("author", "译者", "作者"),
  CREATED("created", "创建时间"),
  CHANGED("changed", "修改时间"),
  WAIVER("waiver"),
  BEFORE("before", "上文"),
  AFTER("after", "下文"),
  NEW_TEXT("new", "修改后"),
  ANSWER("accept?", "accept", "接受", "接受?", "采纳", "采纳?", "是否接受", "是否采纳"),
  KEY("key"),
  /** Records of programs and people about a row, which no reader needs. */
  BOOKKEEPING(
      "no",
      "no.",
      "number",
      "#",
      "序号",
      "proposal",
      "example of use",
      "term example",
      "entry image",
      "entry created",
      "entry creator",
      "entry lastmodified",
      "entry modifier");

  /** Minimum length of a Latin name for suggestions; a shorter one is near any other. */
  private static final int MIN_NEAR = 3;

  private static final Map<String, ColumnRole> BY_NAME = byName();

  @SuppressWarnings("ImmutableEnumChecker") // made by List.of
  private final List<String> names;

  ColumnRole(String... names) {
    this.names = List.of(names);
  }

  private static Map<String, ColumnRole> byName() {
    Map<String, ColumnRole> roles = new HashMap<>();
    for (ColumnRole role : values()) {
      role.names.forEach(name -> roles.put(folded(name), role));
    }
    return Map.copyOf(roles);
  }

  /** The name in Ballast's own tables. */
  public String label() {
    return names.get(0);
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
      role.names.stream().filter(name -> mayBeMeant(name, written)).forEach(names::add);
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
      return "the column "
          + (head.isEmpty() ? "number " + number : '"' + head + '"')
          + " ("
          + CountedNoun.of(cells, "cell")
          + ") is not used"
          + (hint.isEmpty() ? "" : "; " + hint);
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
