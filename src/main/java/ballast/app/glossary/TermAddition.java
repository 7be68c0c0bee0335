package ballast.app.glossary;

import ballast.app.Notices;
import ballast.app.Workplace;
import ballast.app.project.Glossaries;
import ballast.app.project.Project;
import ballast.bitext.InputException;
import ballast.bitext.Sha256;
import ballast.format.file.OutputFile;
import ballast.format.term.GlossaryAddition;
import ballast.glossary.Concept;
import ballast.glossary.Term;
import ballast.glossary.Term.TermStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Adds a term to a glossary of the project. The file keeps its order, remarks and columns. If it
 * has changed since the author of the term saw it, nothing is written.
 *
 * <pre>{@code
 * TermAddition addition = new TermAddition(Workplace.in(folder));
 * TermAddition.Table table = addition.tables().get(0);
 * addition.add(table, "", "货轮", "freighter");
 * }</pre>
 */
public record TermAddition(Workplace workplace) {

  private static final String DEFAULT = "terms.csv";

  /**
   * A table to which terms can be added.
   *
   * @param name relative to the folder of the workplace
   * @param digest SHA-256 of its content; empty if it does not exist yet
   */
  public record Table(String name, String digest) {}

  /**
   * Returns the project's glossaries to which terms can be added, or a new one if there is none.
   * Never empty.
   */
  public List<Table> tables() {
    List<Table> tables = new ArrayList<>();
    for (Path file : Glossaries.OF_PROJECT.paths(workplace)) {
      String name = workplace.shown(file);
      if (GlossaryAddition.isTable(name)) {
        tables.add(new Table(name, Sha256.hex(bytes(file))));
      }
    }
    if (tables.isEmpty()) {
      Path directory = workplace.directory();
      Path folder = Project.glossary(directory).orElse(directory.resolve("glossary"));
      tables.add(new Table(workplace.shown(folder.resolve(DEFAULT)), ""));
    }
    return tables;
  }

  /**
   * Adds a term.
   *
   * @param table as seen by the author of the term
   * @param id of the concept that gets another translation; empty for a new concept
   * @param zh the Chinese term; not blank
   * @param en its translation; not blank
   * @return the table after the change
   * @throws InputException if the table has changed, is not among {@link #tables}, already has this
   *     term or cannot be written
   */
  public Table add(Table table, String id, String zh, String en) {
    if (zh.isBlank() || en.isBlank()) {
      throw new InputException("a term needs Chinese and English", "fill in both");
    }
    requireUnchanged(table);
    List<Concept> known = Glossaries.OF_PROJECT.read(workplace, Notices.NONE);
    requireNew(zh, en, known);
    Path file = workplace.resolve(table.name());
    GlossaryAddition addition = new GlossaryAddition(table.name());
    List<Concept> added = List.of(concept(id, zh.strip(), en.strip(), known));
    try {
      byte[] content =
          table.digest().isEmpty()
              ? addition.create(added)
              : addition.add(Files.readAllBytes(file), added);
      write(file, table, content);
      return new Table(table.name(), Sha256.hex(content));
    } catch (IOException e) {
      throw OutputFile.cannotWrite(file, e);
    }
  }

  private void write(Path file, Table table, byte[] content) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    try (OutputFile out = OutputFile.create(file, /* replace= */ !table.digest().isEmpty())) {
      out.stream().write(content);
      out.finish();
      requireUnchanged(table); // an editor may have saved it meanwhile
      out.publish();
    }
  }

  private void requireUnchanged(Table table) {
    if (!tables().contains(table)) {
      throw new InputException(
          "the glossary \"" + table.name() + "\" has been changed elsewhere; nothing was written",
          "load the page again, and look at the term once more");
    }
  }

  private static void requireNew(String zh, String en, List<Concept> known) {
    for (Concept concept : known) {
      boolean same =
          concept.zhForms().contains(zh.strip())
              && concept.en().stream().anyMatch(term -> term.text().equalsIgnoreCase(en.strip()));
      if (same) {
        throw new InputException(
            "the glossary has \"" + zh + "\", \"" + en + "\" already",
            "change that entry in its file");
      }
    }
  }

  private static Concept concept(String id, String zh, String en, List<Concept> known) {
    boolean isNew = id.isEmpty();
    TermStatus status = isNew ? TermStatus.PREFERRED : TermStatus.ADMITTED;
    return new Concept(
        isNew ? newId(zh, en, known) : id, List.of(zh), List.of(new Term(en, status)));
  }

  /** Returns the English words joined by hyphens, with a number if another concept has this id. */
  private static String newId(String zh, String en, List<Concept> known) {
    Set<String> taken = known.stream().map(Concept::id).collect(Collectors.toSet());
    String words = en.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    String name = words.replaceAll("^-|-$", "");
    String base = name.isEmpty() ? zh.strip() : name;
    String id = base;
    for (int number = 2; taken.contains(id); number++) {
      id = base + "-" + number;
    }
    return id;
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new InputException(
          "cannot read the glossary \"" + file + "\": " + e.getMessage(), "check the file", e);
    }
  }
}
