package ballast.format.term;

import ballast.format.file.Characters;
import ballast.format.table.ColumnRole;
import ballast.language.WhiteSpace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

record GlossaryColumns(Map<ColumnRole, List<Integer>> places, int width) {

  /** Maximum variants in one cell; all Chinese ones are paired with all English ones. */
  static final int MAX_VARIANTS = 50;

  static final Set<ColumnRole> ROLES = EnumSet.range(ColumnRole.AUTHORITY, ColumnRole.DEFINITION);

  /** Roles with at most one column in a table. */
  static final Set<ColumnRole> SINGLE =
      EnumSet.of(
          ColumnRole.ID,
          ColumnRole.CHINESE,
          ColumnRole.ENGLISH,
          ColumnRole.STATUS,
          ColumnRole.MATCH,
          ColumnRole.CASE,
          ColumnRole.PART_OF_SPEECH);

  static final class BadHeader extends Exception {
    private static final long serialVersionUID = 1L;

    BadHeader(String reason) {
      super(reason, null, false, false);
    }
  }

  GlossaryColumns {
    places = Map.copyOf(places);
  }

  /** Whether a row names the columns that Ballast's tables must have. */
  static boolean isOurs(List<String> row) {
    Set<ColumnRole> roles = row.stream().map(GlossaryColumns::role).collect(Collectors.toSet());
    return roles.contains(ColumnRole.CHINESE) && roles.contains(ColumnRole.ENGLISH);
  }

  private static ColumnRole role(String head) {
    ColumnRole role = ColumnRole.ofDescribed(head).orElse(ColumnRole.BOOKKEEPING);
    return role == ColumnRole.SOURCE ? ColumnRole.AUTHORITY : role;
  }

  static GlossaryColumns of(List<String> header) throws BadHeader {
    Map<ColumnRole, List<Integer>> places = new EnumMap<>(ColumnRole.class);
    for (int i = 0; i < header.size(); i++) {
      ColumnRole role = role(header.get(i));
      if (ROLES.contains(role)) {
        List<Integer> all = places.computeIfAbsent(role, key -> new ArrayList<>());
        if (all.isEmpty() || !SINGLE.contains(role)) {
          all.add(i);
        } else if (ColumnRole.same(header.get(all.get(0)), header.get(i))
            || role == ColumnRole.ENGLISH) {
          throw new BadHeader("has two columns \"" + role.label() + "\"");
        }
      }
    }
    for (ColumnRole wanted : List.of(ColumnRole.CHINESE, ColumnRole.ENGLISH)) {
      if (!places.containsKey(wanted)) {
        throw new BadHeader("has no column \"" + wanted.label() + "\"");
      }
    }
    return new GlossaryColumns(places, header.size());
  }

  Set<Integer> used() {
    Set<Integer> used = new HashSet<>();
    places.values().forEach(used::addAll);
    return used;
  }

  /** Empty for other columns and duplicates. */
  List<String> heads() {
    String[] heads = new String[width];
    Arrays.fill(heads, "");
    places.forEach(
        (role, all) -> heads[all.get(0)] = role == ColumnRole.AUTHORITY ? "source" : role.label());
    return List.of(heads);
  }

  private List<String> cells(ColumnRole role, List<String> row) {
    return places.getOrDefault(role, List.of()).stream()
        .filter(place -> place < row.size() && !Characters.isBlank(row.get(place)))
        .map(row::get)
        .toList();
  }

  /** Lines are kept. */
  String text(ColumnRole role, List<String> row) {
    return cells(role, row).stream().map(Characters::strip).collect(Collectors.joining("\n"));
  }

  /** On one line. */
  String cell(ColumnRole role, List<String> row) {
    return cells(role, row).stream().map(GlossaryColumns::clean).collect(Collectors.joining("; "));
  }

  List<String> list(ColumnRole role, List<String> row) {
    return values(String.join("|", cells(role, row)));
  }

  /** Each value once, none blank. */
  static List<String> values(String cell) {
    List<String> items = new ArrayList<>();
    for (String item : cell.split("\\|")) {
      String clean = clean(item);
      if (!Characters.isBlank(clean) && !items.contains(clean)) {
        items.add(clean);
      }
      if (items.size() > MAX_VARIANTS + 1) {
        break; // far too many; the row is rejected for it
      }
    }
    return items;
  }

  List<String> terms(ColumnRole role, List<String> row) {
    return cells(role, row).stream()
        .flatMap(cell -> TermList.of(cell).stream())
        .distinct()
        .toList();
  }

  static String clean(String cell) {
    return WhiteSpace.collapse(Characters.strip(cell));
  }
}
