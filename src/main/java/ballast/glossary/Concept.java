package ballast.glossary;

import java.util.List;

/**
 * What a glossary says of one thing: its Chinese terms and how they are to be translated.
 *
 * @param id its name in the glossary, never blank; one row of a table is one concept, and nothing
 *     forbids that two have the same id
 * @param zh its Chinese forms, the main one first; never empty, none blank
 * @param en its English terms, the main one first; never empty
 */
public record Concept(String id, List<String> zh, List<Term> en) {

  public Concept {
    zh = List.copyOf(zh);
    en = List.copyOf(en);
    if (id.isBlank() || zh.isEmpty() || en.isEmpty() || zh.stream().anyMatch(String::isBlank)) {
      throw new IllegalArgumentException("concept \"" + id + "\" with " + zh + " and " + en);
    }
  }
}
