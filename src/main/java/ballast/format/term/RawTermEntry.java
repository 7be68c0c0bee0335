package ballast.format.term;

import java.util.ArrayList;
import java.util.List;

/**
 * What a file says about one concept: a row of a table with a column for each language, or an entry
 * of TBX. Filled in while the file is read.
 */
final class RawTermEntry {

  private final int line;
  private String id = "";
  private final List<RawTerm> terms = new ArrayList<>();
  private final List<String> domains = new ArrayList<>();
  private final List<String> projects = new ArrayList<>();
  private final List<String> notIn = new ArrayList<>();
  private final List<String> onlyIf = new ArrayList<>();
  private final List<String> notIf = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private final List<String> sources = new ArrayList<>();

  /**
   * @param line where it begins, 1-based
   */
  RawTermEntry(int line) {
    this.line = line;
  }

  int line() {
    return line;
  }

  /** Its id in the file; empty if it has none. */
  String id() {
    return id;
  }

  void name(String name) {
    id = name;
  }

  List<RawTerm> terms() {
    return terms;
  }

  List<String> domains() {
    return domains;
  }

  List<String> projects() {
    return projects;
  }

  List<String> notIn() {
    return notIn;
  }

  List<String> onlyIf() {
    return onlyIf;
  }

  List<String> notIf() {
    return notIf;
  }

  /** Remarks on the whole entry: notes, definitions. */
  List<String> notes() {
    return notes;
  }

  /** The sources of the entry. */
  List<String> sources() {
    return sources;
  }
}
