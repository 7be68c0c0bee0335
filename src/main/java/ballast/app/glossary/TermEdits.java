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
import ballast.glossary.Concept.Scope;
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
 * edits.add(
 *     new TermEdits.NewTerm("货轮", "freighter", null, List.of(), List.of(), null, ""), false);
 * edits.remove(new TermEdits.Chosen("货轮", "freighter", ""), false);
 * }</pre>
 */
public record TermEdits(Workplace workplace, BiConsumer<String, List<String>> told) {

  private static final String DEFAULT = "terms.csv";

  /** Why a term is refused. */
  public enum Reason {
    INCOMPLETE,
    /** The glossary has it. */
    KNOWN,
    /** The glossary forbids it. */
    FORBIDDEN,
    /** Another program has changed the table. */
    CHANGED,
    GONE
  }

  /** A refused term, with the reason for pages that give it in other words. */
  public static final class TermException extends InputException {

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    TermException(Reason reason, String message, String hint) {
      super(message, hint);
      this.reason = reason;
    }

    public Reason reason() {
      return reason;
    }
  }

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

  private void append(Table table, Concept concept, boolean dryRun) {
    Path file = workplace.resolve(table.name());
    try {
      if (table.digest().isEmpty()) {
        write(table, GlossaryTableEdit.create(table.name(), List.of(concept)), dryRun);
        return;
      }
      GlossaryTableEdit edit = GlossaryTableEdit.of(Files.readAllBytes(file), table.name());
      edit.add(List.of(concept));
      write(table, edit.bytes(), dryRun);
    } catch (IOException e) {
      throw OutputFile.cannotWrite(file, e);
    }
  }

  /**
   * A new term.
   *
   * @param status null for preferred, or admitted if the Chinese term has a preferred translation
   * @param notIn longer Chinese phrases in which the term is not meant
   * @param domains subject fields of the texts for which it holds; empty for all
   * @param note null for none
   * @param file the table to add it to; empty for the one that has the Chinese term, or the first
   */
  public record NewTerm(
      String zh,
      String en,
      @Nullable TermStatus status,
      List<String> notIn,
      List<String> domains,
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
   * @param domains null to keep them
   * @param note null to keep it
   */
  public record Change(
      String en,
      @Nullable TermStatus status,
      List<String> notIn,
      @Nullable List<String> domains,
      @Nullable String note) {

    public boolean isNothing() {
      return en.isBlank() && status == null && notIn.isEmpty() && domains == null && note == null;
    }

    private void make(GlossaryTableEdit table, Term term) {
      int line = term.where().line();
      notIn.forEach(phrase -> table.addNotIn(line, phrase.strip()));
      if (domains != null) {
        table.setDomains(line, domains);
      }
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
   * @throws InputException if a glossary has the term, or the table cannot be changed
   */
  public String add(NewTerm term, boolean dryRun) {
    String zh = term.zh().strip();
    String en = term.en().strip();
    if (zh.isEmpty() || en.isEmpty()) {
      throw new TermException(Reason.INCOMPLETE, "a term needs Chinese and English", "give both");
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
    Scope scope = new Scope(term.domains(), List.of());
    Concept concept = concept(id, zh, written, scope, term.notIn(), known);
    Table table = table(term.file(), same);
    append(table, concept, dryRun);
    return table.name();
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
    Term term = terms.get(0);
    if (!change.en().isBlank() && !change.en().strip().equalsIgnoreCase(term.text())) {
      List<Concept> known = Glossaries.OF_PROJECT.read(workplace, Notices.NONE);
      known.stream()
          .filter(row -> row.en().contains(term))
          .flatMap(row -> row.zhForms().stream())
          .forEach(zh -> requireNew(zh, change.en(), known, /* despiteForbidden= */ false));
    }
    rewrite(List.of(term), change::make, dryRun);
    return term;
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
      throw new TermException(
          Reason.GONE,
          "no glossary has " + chosen,
          "ballast glossary search " + chosen.zh() + " shows what is");
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

  private void write(Table table, byte[] content, boolean dryRun) throws IOException {
    told.accept(table.name(), changes(table, content));
    if (dryRun) {
      return;
    }
    Path file = workplace.resolve(table.name());
    Files.createDirectories(file.toAbsolutePath().getParent());
    try (OutputFile out = OutputFile.create(file, /* replace= */ !table.digest().isEmpty())) {
      out.stream().write(content);
      out.finish();
      requireUnchanged(List.of(table)); // an editor may have saved it meanwhile
      out.publish();
    }
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

  /**
   * Checks that tables are as the author of a change has seen them.
   *
   * @throws InputException if one has changed, or is not among {@link #tables}
   */
  public void requireUnchanged(List<Table> seen) {
    List<Table> now = tables();
    for (Table table : seen) {
      if (!now.contains(table)) {
        throw new TermException(
            Reason.CHANGED,
            "the glossary \"" + table.name() + "\" has been changed elsewhere; nothing was written",
            "look at the term once more, then try again");
      }
    }
  }

  /**
   * @param despiteForbidden whether the glossary may forbid the term, as one that is admitted with
   *     a note may be
   */
  private static void requireNew(
      String zh, String en, List<Concept> known, boolean despiteForbidden) {
    for (Concept concept : known) {
      for (Term term : concept.en()) {
        boolean isForbidden = term.status() == TermStatus.FORBIDDEN;
        if (concept.zhForms().contains(zh.strip())
            && term.text().equalsIgnoreCase(en.strip())
            && !(despiteForbidden && isForbidden)) {
          throw new TermException(
              isForbidden ? Reason.FORBIDDEN : Reason.KNOWN,
              "the glossary has \"" + zh + "\", \"" + en + "\" already",
              "ballast glossary edit changes it");
        }
      }
    }
  }

  private static Concept concept(
      String id, String zh, Term en, Scope scope, List<String> notIn, List<Concept> known) {
    List<String> phrases = notIn.stream().map(String::strip).toList();
    return new Concept(
        id.isEmpty() ? newId(zh, en.text(), known) : id,
        List.of(new Term(zh, TermStatus.PREFERRED)),
        List.of(en),
        scope,
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
