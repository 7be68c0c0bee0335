package ballast.glossary;

import ballast.bitext.Location;
import ballast.glossary.Term.Remarks;
import ballast.glossary.Term.TermStatus;
import java.util.List;
import java.util.stream.Stream;

/**
 * A concept of a glossary: its Chinese terms and their translations. A reader makes one from each
 * row or entry; {@link Glossary} joins the rows of the same concept.
 *
 * @param id its id in the glossary, never blank
 * @param zh its Chinese terms, the main one first, without duplicates. Empty only if all its
 *     English terms are forbidden; they are then forbidden everywhere
 * @param en its English terms, the main one first; never empty
 * @param conditions the conditions under which a Chinese term means this concept
 * @param remarks note and source of the whole concept
 */
public record Concept(
    String id, List<Term> zh, List<Term> en, Scope scope, Conditions conditions, Remarks remarks) {

  public Concept {
    zh = List.copyOf(zh);
    en = List.copyOf(en);
    if (id.isBlank()
        || en.isEmpty()
        || (zh.isEmpty() && !en.stream().allMatch(Term::isForbidden))) {
      throw new IllegalArgumentException("concept \"" + id + "\" with " + zh + " and " + en);
    }
  }

  public Concept(String id, List<String> zh, List<Term> en) {
    this(id, chinese(zh), en, Scope.ALL, Conditions.NONE, Remarks.NONE);
  }

  private static List<Term> chinese(List<String> forms) {
    return forms.stream()
        .map(
            form ->
                new Term(
                    form, form.equals(forms.get(0)) ? TermStatus.PREFERRED : TermStatus.ADMITTED))
        .toList();
  }

  /** Uses the id alone: concepts are looked up often, and their ids differ. */
  @Override
  public int hashCode() {
    return id.hashCode();
  }

  public List<String> zhForms() {
    return zh.stream().map(Term::text).toList();
  }

  /** The English terms that a translator may use; may be empty. */
  public List<Term> allowed() {
    return en.stream().filter(Term::isAllowed).toList();
  }

  public List<Term> forbidden() {
    return en.stream().filter(Term::isForbidden).toList();
  }

  /** The concept's rows, each once, in order; empty if it does not come from a file. */
  public List<Location> rows() {
    return Stream.concat(zh.stream(), en.stream())
        .map(Term::where)
        .filter(where -> !where.equals(Location.UNKNOWN))
        .distinct()
        .toList();
  }

  /**
   * @param domains subject fields; empty for all
   * @param projects projects or clients; empty for all
   */
  public record Scope(List<String> domains, List<String> projects) {

    public static final Scope ALL = new Scope(List.of(), List.of());

    public Scope {
      domains = List.copyOf(domains);
      projects = List.copyOf(projects);
    }
  }

  /**
   * Conditions under which a Chinese term in a text means its concept. Phrases are matched like
   * terms, ignoring width, traditional characters and capitals.
   *
   * @param notIn longer Chinese phrases inside which the term does not count: 主席台 is a platform,
   *     not a 主席
   * @param onlyIf the term counts only if the pair contains one of these, Chinese or English; empty
   *     for no condition
   * @param notIf the term does not count if the pair contains one of these
   */
  public record Conditions(List<String> notIn, List<String> onlyIf, List<String> notIf) {

    public static final Conditions NONE = new Conditions(List.of(), List.of(), List.of());

    public Conditions {
      notIn = List.copyOf(notIn);
      onlyIf = List.copyOf(onlyIf);
      notIf = List.copyOf(notIf);
    }
  }
}
