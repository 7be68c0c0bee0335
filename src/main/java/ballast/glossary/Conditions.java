package ballast.glossary;

import java.util.List;

/**
 * When a Chinese term that stands in a text is meant. Phrases are looked for as the terms
 * themselves are: width, traditional characters and capitals make no difference.
 *
 * @param notIn longer Chinese phrases in which it is not meant: 主席台 is a platform, no 主席
 * @param onlyIf it is meant only where the pair has one of these, Chinese or English; empty for no
 *     such condition
 * @param notIf it is not meant where the pair has one of these
 */
public record Conditions(List<String> notIn, List<String> onlyIf, List<String> notIf) {

  /** Always. */
  public static final Conditions NONE = new Conditions(List.of(), List.of(), List.of());

  public Conditions {
    notIn = List.copyOf(notIn);
    onlyIf = List.copyOf(onlyIf);
    notIf = List.copyOf(notIf);
  }
}
