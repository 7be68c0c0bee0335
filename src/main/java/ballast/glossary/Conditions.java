package ballast.glossary;

import java.util.List;

/**
 * Conditions under which a Chinese term found in a text means its concept. Phrases are searched for
 * like terms: width, traditional characters and capitals make no difference.
 *
 * @param notIn longer Chinese phrases inside which the term does not count: 主席台 is a platform, not
 *     a 主席
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
