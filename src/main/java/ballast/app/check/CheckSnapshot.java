package ballast.app.check;

import ballast.app.Notices;
import ballast.app.TextBytes;
import ballast.app.Workplace;
import ballast.app.check.CheckSettings.EntryScope;
import ballast.app.check.CheckSettings.NamedFields;
import ballast.app.check.CheckSettings.RuleSetting;
import ballast.app.project.ConceptBytes;
import ballast.app.project.Glob;
import ballast.bitext.Severity;
import ballast.glossary.Concept;
import ballast.lexicon.Lexicon;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The glossaries, rules and selections of a check, as bytes, so that other machines check units in
 * the same way.
 */
public record CheckSnapshot(
    List<Concept> concepts, Map<String, RuleSetting> rules, RuleChoice choice, EntryScope scope) {

  public CheckSnapshot {
    concepts = List.copyOf(concepts);
    rules = Map.copyOf(rules);
  }

  /**
   * Reads the files.
   *
   * @param scope selects entries of the glossaries
   * @throws ballast.bitext.InputException if one of them cannot be read, or the choice, the
   *     settings or the scope contain an unknown rule, term, domain or project
   */
  public static CheckSnapshot of(
      LiveCheck.Against against,
      RuleChoice choice,
      EntryScope scope,
      Workplace workplace,
      Notices notices) {
    CheckSettings settings =
        against.settings().read(workplace, against.glossaries().names(), Notices.NONE);
    List<Concept> concepts =
        settings
            .defaults()
            .glossaries(against.glossaries(), workplace)
            .read(workplace, notices.aside());
    CheckSnapshot snapshot = new CheckSnapshot(concepts, settings.rules(), choice, scope);
    snapshot.plan(Lexicon.bundledWhenNeeded()).warnOfContradictions(notices);
    return snapshot;
  }

  CheckPlan plan(Lexicon lexicon) {
    Path folder = Path.of("");
    return new CheckPlan(
        choice,
        new CheckSettings(folder, rules, CheckSettings.Defaults.NONE),
        new ReadGlossaries(concepts, List.of(), scope),
        lexicon,
        Workplace.in(folder),
        /* documents= */ true);
  }

  public void write(DataOutput out) throws IOException {
    ConceptBytes.write(out, concepts);
    out.writeInt(rules.size());
    for (Map.Entry<String, RuleSetting> rule : rules.entrySet()) {
      out.writeUTF(rule.getKey());
      write(out, rule.getValue());
    }
    TextBytes.write(out, choice.names());
    TextBytes.write(out, choice.terms());
    write(out, scope.domains());
    write(out, scope.projects());
  }

  /** Reads the output of {@link #write}. */
  public static CheckSnapshot read(DataInput in) throws IOException {
    List<Concept> concepts = ConceptBytes.read(in);
    Map<String, RuleSetting> rules = new HashMap<>();
    for (int left = in.readInt(); left > 0; left--) {
      rules.put(in.readUTF(), setting(in));
    }
    RuleChoice choice = new RuleChoice(TextBytes.texts(in), TextBytes.texts(in));
    return new CheckSnapshot(concepts, rules, choice, new EntryScope(fields(in), fields(in)));
  }

  private static void write(DataOutput out, RuleSetting setting) throws IOException {
    Severity severity = setting.severity();
    out.writeBoolean(setting.off());
    out.writeUTF(severity == null ? "" : severity.name());
    TextBytes.write(out, setting.files().stream().map(Glob::pattern).toList());
    TextBytes.write(out, setting.notFiles().stream().map(Glob::pattern).toList());
    write(out, setting.domains());
  }

  private static RuleSetting setting(DataInput in) throws IOException {
    boolean off = in.readBoolean();
    String name = in.readUTF();
    @Nullable Severity severity = name.isEmpty() ? null : Severity.valueOf(name);
    return new RuleSetting(off, severity, globs(in), globs(in), fields(in));
  }

  private static List<Glob> globs(DataInput in) throws IOException {
    List<Glob> globs = new ArrayList<>();
    TextBytes.texts(in).forEach(pattern -> globs.add(new Glob(pattern)));
    return globs;
  }

  private static void write(DataOutput out, NamedFields fields) throws IOException {
    TextBytes.write(out, fields.names());
    TextBytes.write(out, fields.place());
  }

  private static NamedFields fields(DataInput in) throws IOException {
    return new NamedFields(TextBytes.texts(in), TextBytes.text(in));
  }
}
