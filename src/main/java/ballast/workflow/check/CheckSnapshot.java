package ballast.workflow.check;

import ballast.lexicon.Lexicon;
import ballast.workflow.Notices;
import ballast.workflow.Workplace;
import ballast.workflow.project.FileCopy;
import ballast.workflow.project.Glossaries;
import ballast.workflow.project.GlossaryCopies;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What units are checked against, so that other machines check as this one would: glossaries, a
 * {@code ballast.toml} and a choice of rules, terms and entries. It travels as bytes.
 */
public final class CheckSnapshot {

  private final GlossaryCopies glossaries;
  private final Optional<FileCopy> settings;
  private final RuleChoice choice;
  private final EntryScope scope;

  private CheckSnapshot(
      GlossaryCopies glossaries, Optional<FileCopy> settings, RuleChoice choice, EntryScope scope) {
    this.glossaries = glossaries;
    this.settings = settings;
    this.choice = choice;
    this.scope = scope;
  }

  /**
   * Reads the files.
   *
   * @param against the glossaries and settings
   * @param scope which entries of the glossaries count
   * @throws ballast.bitext.InputException if one of them cannot be read, or the choice, the
   *     settings or the scope name an unknown rule, term, domain or project
   */
  public static CheckSnapshot of(
      LiveCheck.Against against,
      RuleChoice choice,
      EntryScope scope,
      Workplace workplace,
      Notices notices) {
    Glossaries named = against.glossaries();
    named.read(workplace, notices.aside()); // names the rows that cannot be used
    CheckSnapshot snapshot =
        new CheckSnapshot(
            GlossaryCopies.of(named, workplace),
            against
                .settings()
                .path(workplace, named.names())
                .map(path -> FileCopy.of(path, shown(path, against.settings(), workplace))),
            choice,
            scope);
    Contradictions.warn(snapshot.plan(Lexicon.bundledWhenNeeded()).terms(), notices);
    return snapshot;
  }

  private static String shown(Path file, SettingsChoice settings, Workplace workplace) {
    return settings.file().isEmpty() ? workplace.shown(file) : settings.file();
  }

  /** The rules, glossaries and settings, ready for use. */
  CheckPlan plan(Lexicon lexicon) {
    Path folder = Path.of("");
    CheckSettings read =
        settings
            .map(file -> file.read(path -> CheckSettingsReader.read(path, file.name())))
            .orElse(CheckSettings.none(folder));
    return new CheckPlan(
        choice,
        read,
        new ReadGlossaries(glossaries.concepts(), List.of(), scope),
        lexicon,
        Workplace.in(folder),
        /* documents= */ true);
  }

  /** Writes it for {@link #read}. */
  public void write(DataOutput out) throws IOException {
    glossaries.write(out);
    out.writeBoolean(settings.isPresent());
    if (settings.isPresent()) {
      settings.get().write(out);
    }
    write(out, choice.names());
    write(out, choice.terms());
    for (NamedFields fields : List.of(scope.domains(), scope.projects())) {
      write(out, fields.names());
      out.writeUTF(fields.place());
    }
  }

  /** Reads what {@link #write} has written. */
  public static CheckSnapshot read(DataInput in) throws IOException {
    GlossaryCopies glossaries = GlossaryCopies.read(in);
    Optional<FileCopy> settings =
        in.readBoolean() ? Optional.of(FileCopy.read(in)) : Optional.empty();
    RuleChoice choice = new RuleChoice(texts(in), texts(in));
    NamedFields domains = new NamedFields(texts(in), in.readUTF());
    NamedFields projects = new NamedFields(texts(in), in.readUTF());
    return new CheckSnapshot(glossaries, settings, choice, new EntryScope(domains, projects));
  }

  private static void write(DataOutput out, List<String> texts) throws IOException {
    out.writeInt(texts.size());
    for (String text : texts) {
      out.writeUTF(text);
    }
  }

  private static List<String> texts(DataInput in) throws IOException {
    List<String> texts = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      texts.add(in.readUTF());
    }
    return texts;
  }
}
