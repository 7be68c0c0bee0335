package ballast.app.glossary;

import ballast.app.Notices;
import ballast.app.Workplace;
import ballast.app.project.Glossaries;
import ballast.app.project.Project;
import ballast.bitext.InputException;
import ballast.bitext.Location;
import ballast.bitext.Sha256;
import ballast.format.file.OutputFile;
import ballast.format.file.TermEncoding;
import ballast.format.term.GlossaryTableEdit;
import ballast.glossary.Concept;
import ballast.glossary.Term;
import ballast.glossary.Term.TermStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Adds, changes and removes terms of the project's glossaries. A file keeps its order, remarks and
 * columns. If another program changes it meanwhile, nothing is written.
 *
 * <pre>{@code
 * TermEdits edits = new TermEdits(Workplace.in(folder));
 * TermEdits.Table table = edits.tables().get(0);
 * edits.add(table, "", "货轮", "freighter");
 * edits.remove(new TermEdits.Chosen("货轮", "freighter", ""), false);
 * }</pre>
 */
public record TermEdits(Workplace workplace, BiConsumer<String, List<String>> told) {

  private static final String DEFAULT = "terms.csv";

  public TermEdits(Workplace workplace) {
    this(workplace, (table, lines) -> {});
  }

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
      if (GlossaryTableEdit.isTable(name)) {
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
    requireNew(zh, en, known, /* despiteForbidden= */ false);
    TermStatus status = id.isEmpty() ? TermStatus.PREFERRED : TermStatus.ADMITTED;
    Term term = new Term(en.strip(), status);
    return append(table, concept(id, zh.strip(), term, List.of(), known), /* dryRun= */ false);
  }

  private Table append(Table table, Concept concept, boolean dryRun) {
    Path file = workplace.resolve(table.name());
    try {
      if (table.digest().isEmpty()) {
        return write(table, GlossaryTableEdit.create(table.name(), List.of(concept)), dryRun);
      }
      GlossaryTableEdit edit = GlossaryTableEdit.of(Files.readAllBytes(file), table.name());
      edit.add(List.of(concept));
      return write(table, edit.bytes(), dryRun);
    } catch (IOException e) {
      throw OutputFile.cannotWrite(file, e);
    }
  }

  /**
   * A new term.
   *
   * @param status null for preferred, or admitted if the Chinese term has a preferred translation
   * @param notIn longer Chinese phrases in which the term is not meant
   * @param note null for none
   * @param file the table to add it to; empty for the one that has the Chinese term, or the first
   */
  public record NewTerm(
      String zh,
      String en,
      @Nullable TermStatus status,
      List<String> notIn,
      @Nullable String note,
      String file) {}

  /**
   * Terms of the glossaries, by what is written in them.
   *
   * @param en case does not matter; empty for all translations
   * @param id of the concept; empty for any
   */
  public record Chosen(String zh, String en, String id) {

    private boolean has(Concept concept) {
      return concept.zhForms().contains(zh.strip()) && (id.isEmpty() || concept.id().equals(id));
    }

    private boolean has(Term term) {
      return en.isEmpty() || term.text().equalsIgnoreCase(en.strip());
    }

    @Override
    public String toString() {
      return '"' + zh + '"' + (en.isEmpty() ? "" : ", \"" + en + '"');
    }
  }

  /**
   * What changes in a term.
   *
   * @param en its new wording; empty to keep it
   * @param status null to keep it
   * @param notIn phrases to add
   * @param note null to keep it
   */
  public record Change(
      String en, @Nullable TermStatus status, List<String> notIn, @Nullable String note) {

    public boolean isNothing() {
      return en.isBlank() && status == null && notIn.isEmpty() && note == null;
    }

    private void make(GlossaryTableEdit table, Term term) {
      int line = term.where().line();
      notIn.forEach(phrase -> table.addNotIn(line, phrase.strip()));
      if (note != null) {
        table.setNote(line, note.strip());
      }
      if (!en.isBlank()) {
        table.reword(line, term.text(), en.strip());
      }
      if (status != null) {
        table.setStatus(line, en.isBlank() ? term.text() : en.strip(), status);
      }
    }
  }

  /**
   * Adds a term.
   *
   * @return the table
   * @throws InputException as {@link #add(Table, String, String, String)}
   */
  public String add(NewTerm term, boolean dryRun) {
    String zh = term.zh().strip();
    String en = term.en().strip();
    if (zh.isEmpty() || en.isEmpty()) {
      throw new InputException("a term needs Chinese and English", "give both");
    }
    List<Concept> known = Glossaries.OF_PROJECT.read(workplace, Notices.NONE);
    boolean isExplained = term.status() == TermStatus.ADMITTED && term.note() != null;
    requireNew(zh, en, known, /* despiteForbidden= */ isExplained);
    Optional<Concept> same = known.stream().filter(one -> one.zhForms().contains(zh)).findFirst();
    boolean isPreferred =
        same.isEmpty()
            || same.get().en().stream().noneMatch(one -> one.status() == TermStatus.PREFERRED);
    TermStatus usual = isPreferred ? TermStatus.PREFERRED : TermStatus.ADMITTED;
    Term written =
        new Term(
            en,
            term.status() == null ? usual : term.status(),
            Term.TermUse.DEFAULT,
            new Term.Remarks(term.note() == null ? "" : term.note().strip(), ""),
            Location.UNKNOWN);
    String id = same.map(Concept::id).orElse("");
    Concept concept = concept(id, zh, written, term.notIn(), known);
    return append(table(term.file(), same), concept, dryRun).name();
  }

  private Table table(String file, Optional<Concept> same) {
    List<Table> tables = tables();
    String wanted =
        !file.isEmpty()
            ? workplace.shown(workplace.resolve(file))
            : same.map(concept -> concept.en().get(0).where().file()).orElse("");
    Optional<Table> found = tables.stream().filter(one -> one.name().equals(wanted)).findFirst();
    if (found.isEmpty() && !file.isEmpty()) {
      throw new InputException(
          "\"" + file + "\" is not a table of the project's glossaries",
          "these can be added to: "
              + tables.stream().map(Table::name).collect(Collectors.joining(", ")));
    }
    return found.orElse(tables.get(0));
  }

  /**
   * Changes one term.
   *
   * @return the term as it was
   * @throws InputException if there is no such term or more than one, or its file cannot be changed
   */
  public Term edit(Chosen chosen, Change change, boolean dryRun) {
    List<Term> terms = terms(chosen);
    boolean ofRendering = !change.en().isBlank() || change.status() != null;
    if (terms.size() > 1 && (ofRendering || !chosen.en().isEmpty())) {
      boolean several = chosen.en().isEmpty();
      throw new InputException(
          "%s %s: %s"
              .formatted(
                  chosen,
                  several ? "has several translations" : "is in several rows",
                  terms.stream()
                      .map(term -> "\"%s\" (%s)".formatted(term.text(), place(term)))
                      .collect(Collectors.joining(", "))),
          several ? "name one of them" : "--id names the concept");
    }
    rewrite(terms.subList(0, 1), change::make, dryRun);
    return terms.get(0);
  }

  /**
   * Removes terms.
   *
   * @return the terms that are gone
   * @throws InputException if there is none, or a file cannot be changed
   */
  public List<Term> remove(Chosen chosen, boolean dryRun) {
    List<Term> terms = terms(chosen);
    rewrite(terms, (table, term) -> table.remove(term.where().line(), term.text()), dryRun);
    return terms;
  }

  private List<Term> terms(Chosen chosen) {
    List<Term> terms =
        Glossaries.OF_PROJECT.read(workplace, Notices.NONE).stream()
            .filter(chosen::has)
            .flatMap(concept -> concept.en().stream())
            .filter(chosen::has)
            .toList();
    if (terms.isEmpty()) {
      throw new InputException(
          "no glossary has " + chosen, "ballast glossary search " + chosen.zh() + " shows what is");
    }
    return terms;
  }

  private void rewrite(
      List<Term> terms, BiConsumer<GlossaryTableEdit, Term> change, boolean dryRun) {
    Map<String, GlossaryTableEdit> edits = new LinkedHashMap<>();
    Map<String, Table> tables =
        tables().stream().collect(Collectors.toMap(Table::name, Function.identity()));
    for (Term term : terms) {
      String name = term.where().file();
      if (!tables.containsKey(name)) {
        throw new InputException(
            "cannot change %s: it is not a table of ours".formatted(place(term)),
            "change it in its program, or make a table of it: ballast glossary import " + name);
      }
      change.accept(
          edits.computeIfAbsent(
              name, file -> GlossaryTableEdit.of(bytes(workplace.resolve(file)), file)),
          term);
    }
    Map<Table, byte[]> contents = new LinkedHashMap<>();
    edits.forEach((name, edit) -> contents.put(tables.get(name), edit.bytes()));
    contents.forEach(
        (table, content) -> {
          try {
            write(table, content, dryRun);
          } catch (IOException e) {
            throw OutputFile.cannotWrite(workplace.resolve(table.name()), e);
          }
        });
  }

  /** The file and line of a term. */
  public static String place(Term term) {
    return term.where().file() + ":" + term.where().line();
  }

  private Table write(Table table, byte[] content, boolean dryRun) throws IOException {
    Table now = new Table(table.name(), Sha256.hex(content));
    told.accept(table.name(), changes(table, content));
    if (dryRun) {
      return now;
    }
    Path file = workplace.resolve(table.name());
    Files.createDirectories(file.toAbsolutePath().getParent());
    try (OutputFile out = OutputFile.create(file, /* replace= */ !table.digest().isEmpty())) {
      out.stream().write(content);
      out.finish();
      requireUnchanged(table); // an editor may have saved it meanwhile
      out.publish();
    }
    return now;
  }

  private List<String> changes(Table table, byte[] content) {
    Path file = workplace.resolve(table.name());
    List<String> old = table.digest().isEmpty() ? List.of() : lines(table, bytes(file));
    List<String> now = lines(table, content);
    return Stream.concat(
            old.stream().filter(line -> !now.contains(line)).map(line -> "- " + line),
            now.stream().filter(line -> !old.contains(line)).map(line -> "+ " + line))
        .toList();
  }

  private static List<String> lines(Table table, byte[] content) {
    return TermEncoding.text(content, table.name()).lines().toList();
  }

  private void requireUnchanged(Table table) {
    if (!tables().contains(table)) {
      throw new InputException(
          "the glossary \"" + table.name() + "\" has been changed elsewhere; nothing was written",
          "look at the term once more, then try again");
    }
  }

  /**
   * @param despiteForbidden whether the glossary may forbid the term, as one that is admitted with
   *     a note may be
   */
  private static void requireNew(
      String zh, String en, List<Concept> known, boolean despiteForbidden) {
    for (Concept concept : known) {
      boolean same =
          concept.zhForms().contains(zh.strip())
              && concept.en().stream()
                  .filter(term -> !despiteForbidden || term.status() != TermStatus.FORBIDDEN)
                  .anyMatch(term -> term.text().equalsIgnoreCase(en.strip()));
      if (same) {
        throw new InputException(
            "the glossary has \"" + zh + "\", \"" + en + "\" already",
            "ballast glossary edit changes it");
      }
    }
  }

  private static Concept concept(
      String id, String zh, Term en, List<String> notIn, List<Concept> known) {
    List<String> phrases = notIn.stream().map(String::strip).toList();
    return new Concept(
        id.isEmpty() ? newId(zh, en.text(), known) : id,
        List.of(new Term(zh, TermStatus.PREFERRED)),
        List.of(en),
        Concept.Scope.ALL,
        new Concept.Conditions(phrases, List.of(), List.of()),
        Term.Remarks.NONE);
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
