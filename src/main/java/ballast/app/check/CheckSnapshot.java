package ballast.app.check;

import ballast.app.Notices;
import ballast.app.Workplace;
import ballast.app.check.CheckSettings.EntryScope;
import ballast.app.check.CheckSettings.RuleSetting;
import ballast.glossary.Concept;
import ballast.lexicon.Lexicon;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The glossaries, rules and selections of a check, with which other machines check units in the
 * same way.
 */
public record CheckSnapshot(
    List<Concept> concepts, Map<String, RuleSetting> rules, RuleChoice choice, EntryScope scope) {

  public CheckSnapshot {
    concepts = List.copyOf(concepts);
    rules = Map.copyOf(rules);
  }

  /**
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
}
