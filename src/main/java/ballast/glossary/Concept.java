package ballast.glossary;

import ballast.bitext.Location;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a glossary says of one thing: its Chinese terms and how they are to be translated. A reader
 * makes one of each row or entry; {@link Glossary} joins those of the same thing.
 *
 * @param id its name in the glossary, never blank
 * @param zh its Chinese terms, the main one first, no text twice; empty only if all its English
 *     terms are forbidden: they are then forbidden everywhere
 * @param en its English terms, the main one first; never empty
 * @param scope which texts it is about
 * @param conditions when a Chinese term that stands there is meant
 * @param remarks what the glossary says of the whole concept
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

  /** A concept of which no more is known, with these Chinese forms, the main one first. */
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

  /** By its name alone: concepts are looked up often, and their names differ. */
  @Override
  public int hashCode() {
    return id.hashCode();
  }

  /** The texts of its Chinese terms. */
  public List<String> zhForms() {
    return zh.stream().map(Term::text).toList();
  }

  /** The English terms that a translator may use, the main one first; may be empty. */
  public List<Term> allowed() {
    return en.stream().filter(Term::isAllowed).toList();
  }

  /** The English terms that are not to be used for it; may be empty. */
  public List<Term> forbidden() {
    return en.stream().filter(Term::isForbidden).toList();
  }

  /** The rows it comes from, each once, in order; empty when from no file. */
  public List<Location> rows() {
    return Stream.concat(zh.stream(), en.stream())
        .map(Term::where)
        .filter(where -> !where.equals(Location.UNKNOWN))
        .distinct()
        .toList();
  }
}
