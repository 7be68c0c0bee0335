package ballast.glossary;

import ballast.bitext.Location;
import ballast.glossary.Term.Remarks;
import ballast.glossary.Term.TermStatus;
import java.util.List;
import java.util.stream.Stream;

/**
 * A concept of a glossary: its Chinese terms and how to translate them. A reader makes one from
 * each row or entry; {@link Glossary} joins the rows of the same concept.
 *
 * @param id its id in the glossary, never blank
 * @param zh its Chinese terms, the main one first, without duplicates; empty only if all its
 *     English terms are forbidden, which are then forbidden everywhere
 * @param en its English terms, the main one first; never empty
 * @param scope the texts to which it applies
 * @param conditions when a Chinese term found in a text means this concept
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

  /** A concept with these Chinese forms, the main one first, and defaults for everything else. */
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

  /** The English terms that a translator may use, the main one first; may be empty. */
  public List<Term> allowed() {
    return en.stream().filter(Term::isAllowed).toList();
  }

  /** The English terms that must not be used for it; may be empty. */
  public List<Term> forbidden() {
    return en.stream().filter(Term::isForbidden).toList();
  }

  /** The rows that it comes from, each once, in order; empty if it does not come from a file. */
  public List<Location> rows() {
    return Stream.concat(zh.stream(), en.stream())
        .map(Term::where)
        .filter(where -> !where.equals(Location.UNKNOWN))
        .distinct()
        .toList();
  }

  /**
   * The texts to which a concept applies.
   *
   * @param domains subject fields; empty if it is not limited to any
   * @param projects projects or clients; empty if it applies to all
   */
  public record Scope(List<String> domains, List<String> projects) {

    /** It applies to all texts. */
    public static final Scope ALL = new Scope(List.of(), List.of());

    public Scope {
      domains = List.copyOf(domains);
      projects = List.copyOf(projects);
    }
  }

  /**
   * Conditions under which a Chinese term found in a text means its concept. Phrases are searched
   * for like terms: width, traditional characters and capitals make no difference.
   *
   * @param notIn longer Chinese phrases inside which the term does not count: 主席台 is a platform,
   *     not a 主席
   * @param onlyIf the term counts only if the pair contains one of these, Chinese or English; empty
   *     for no condition
   * @param notIf the term does not count if the pair contains one of these
   */
  public record Conditions(List<String> notIn, List<String> onlyIf, List<String> notIf) {

    /** No conditions: the term always counts. */
    public static final Conditions NONE = new Conditions(List.of(), List.of(), List.of());

    public Conditions {
      notIn = List.copyOf(notIn);
      onlyIf = List.copyOf(onlyIf);
      notIf = List.copyOf(notIf);
    }
  }
}
