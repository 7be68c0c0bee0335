package ballast.workflow.align;

import ballast.workflow.project.MarkedName;
import java.util.ArrayList;
import java.util.List;

/** Files whose names differ in the mark of their language only. */
final class NameGroup {

  private final boolean fromEnglish;
  private final List<String> chinese = new ArrayList<>();
  private final List<String> english = new ArrayList<>();
  private final List<String> unmarked = new ArrayList<>();

  /**
   * An empty group.
   *
   * @param fromEnglish whether the English files are the sources
   */
  NameGroup(boolean fromEnglish) {
    this.fromEnglish = fromEnglish;
  }

  void add(String name) {
    MarkedName marked = MarkedName.of(name);
    if (marked.isChinese()) {
      chinese.add(name);
    } else if (marked.isEnglish()) {
      english.add(name);
    } else {
      unmarked.add(name);
    }
  }

  /** Whether there are files in both languages. */
  boolean isPair() {
    return !chinese().isEmpty() && !english().isEmpty();
  }

  /** The files with a mark. */
  List<String> marked() {
    List<String> marked = new ArrayList<>(chinese);
    marked.addAll(english);
    return marked;
  }

  /** The file that is the source; several if the names do not tell which. */
  List<String> bestSources() {
    return best(fromEnglish ? english() : chinese());
  }

  /** The same for the translation. */
  List<String> bestTargets() {
    return best(fromEnglish ? chinese() : english());
  }

  private List<String> chinese() {
    return chinese.isEmpty() && !english.isEmpty() ? unmarked : chinese;
  }

  private List<String> english() {
    return english.isEmpty() && !chinese.isEmpty() ? unmarked : english;
  }

  /** The one with the plain mark, zh or en, if there is one. */
  private static List<String> best(List<String> files) {
    List<String> plain = files.stream().filter(file -> MarkedName.of(file).isPlain()).toList();
    return plain.size() == 1 ? plain : files;
  }
}
