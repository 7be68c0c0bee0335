package ballast.workflow.check;

import ballast.bitext.InputException;
import ballast.bitext.Spelling;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Domains or projects named by the user.
 *
 * @param names empty for all
 * @param place where they are named, "file:line:column: key: "; empty for the command line
 */
public record NamedFields(List<String> names, String place) {

  /** All of them. */
  static final NamedFields ALL = new NamedFields(List.of(), "");

  public NamedFields {
    names = List.copyOf(names);
  }

  /** Whether an entry with these names is selected; an entry without names always is. */
  boolean fit(List<String> entryNames) {
    return entryNames.isEmpty()
        || names.isEmpty()
        || entryNames.stream()
            .anyMatch(name -> names.stream().anyMatch(other -> isSame(name, other)));
  }

  /**
   * Refuses names that no entry has, which are probably misspelt.
   *
   * @param what domain or project
   * @param known what the glossaries have
   * @throws InputException if there is one
   */
  void refuseOthers(String what, Set<String> known) {
    for (String name : names) {
      if (known.stream().noneMatch(other -> isSame(other, name))) {
        throw new InputException(
            place + "no glossary entry has the " + what + " \"" + name + "\"",
            known.isEmpty() ? "no entry names a " + what : Spelling.hint(name, known));
      }
    }
  }

  private static boolean isSame(String one, String other) {
    return one.strip().toLowerCase(Locale.ROOT).equals(other.strip().toLowerCase(Locale.ROOT));
  }
}
