package ballast.app.revisions;

import ballast.memory.HistoryEntry.Occasion;
import ballast.revise.Change;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

final class RevisionAuthors {

  private RevisionAuthors() {}

  /**
   * Returns for example {@code harbour revision 2, 2026-03-01T09:00:00Z, mei}; only the name for a
   * file.
   */
  static String name(ComparedVersions.Name name) {
    ComparedVersions.Made made = name.made();
    if (made == null) {
      return name.name();
    }
    return name.name() + ", " + made.at() + (made.author().isEmpty() ? "" : ", " + made.author());
  }

  /**
   * Returns for example {@code changed by li, 2026-03-01T10:00:00Z; revision 3 by mei,
   * 2026-03-01T11:00:00Z}, without the compared revisions themselves. May be empty.
   */
  static String inWords(Change change, ComparedVersions compared) {
    List<ComparedVersions.Made> heads =
        compared.versions().stream()
            .map(ComparedVersions.Name::made)
            .filter(Objects::nonNull)
            .toList();
    return compared.authors().of(change).stream()
        .filter(one -> heads.stream().noneMatch(head -> head.revision() == one.revision()))
        .map(RevisionAuthors::inWords)
        .collect(Collectors.joining("; "));
  }

  private static String inWords(Occasion occasion) {
    String what = occasion.revision() == 0 ? "changed" : "revision " + occasion.revision();
    String by = occasion.author().isEmpty() ? "" : " by " + occasion.author();
    return what + by + ", " + occasion.at();
  }
}
