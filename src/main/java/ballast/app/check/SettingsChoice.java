package ballast.app.check;

import ballast.app.Notices;
import ballast.app.Workplace;
import ballast.app.check.CheckSettings.EntryScope;
import ballast.app.check.CheckSettings.FailOn;
import ballast.app.check.CheckSettings.NamedFields;
import ballast.app.check.CheckSettings.RuleSetting;
import ballast.app.project.Glob;
import ballast.app.project.MemoryChoice;
import ballast.app.project.NamedPath;
import ballast.app.project.SettingsFinder;
import ballast.bitext.InputException;
import ballast.bitext.Severity;
import ballast.bitext.Spelling;
import ballast.check.Rules;
import ballast.format.file.SettingsFile;
import ballast.format.file.SettingsFile.Setting;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The {@code ballast.toml} to use.
 *
 * @param file as given by the user; empty for the nearest one, see {@link SettingsFinder#find}
 * @param none whether to use none
 */
public record SettingsChoice(String file, boolean none) {

  public static final SettingsChoice NEAREST = new SettingsChoice("", false);

  /**
   * Finds and reads the settings.
   *
   * @param glossaries files and folders named in the request
   * @throws ballast.bitext.InputException if something in the file is wrong
   */
  public CheckSettings read(Workplace workplace, List<String> glossaries, Notices notices) {
    Optional<Path> found = path(workplace, glossaries);
    if (found.isEmpty()) {
      return CheckSettings.none(workplace.directory());
    }
    String name = file.isEmpty() ? workplace.shown(found.get()) : file;
    notices.detail("settings of %s", name);
    return CheckSettingsReader.read(found.get(), name);
  }

  Optional<Path> path(Workplace workplace, List<String> glossaries) {
    if (none) {
      return Optional.empty();
    }
    return file.isEmpty()
        ? SettingsFinder.find(workplace, glossaries)
        : Optional.of(workplace.resolve(file));
  }

  /**
   * Reads a {@code ballast.toml}. An unknown key is an error, because a misspelt key would
   * otherwise go unnoticed.
   */
  public static final class CheckSettingsReader {

    private static final int MAX_SHOWN = 1_000_000;

    private static final List<String> TABLES = List.of("check", "rules", MemoryChoice.KEY);
    private static final List<String> CHECK_KEYS =
        List.of("glossary", "domain", "project", "baseline", "fail-on", "max");
    private static final List<String> RULE_KEYS =
        List.of("severity", "files", "not-files", "domains");
    private static final List<String> SEVERITIES = List.of("off", "info", "warning", "error");

    private final Path folder;
    private final Map<String, RuleSetting> rules = new HashMap<>();
    private final List<Path> glossaries = new ArrayList<>();
    private NamedFields domains = NamedFields.ALL;
    private NamedFields projects = NamedFields.ALL;
    private @Nullable Path baseline;
    private @Nullable FailOn failOn;
    private @Nullable Integer max;

    private CheckSettingsReader(Path folder) {
      this.folder = folder;
    }

    /**
     * @throws InputException with file, line, column and key of the error
     */
    public static CheckSettings read(Path file, String name) {
      Path folder = file.toAbsolutePath().getParent();
      CheckSettingsReader reader = new CheckSettingsReader(folder == null ? file : folder);
      reader.read(SettingsFile.read(file, name));
      return new CheckSettings(
          reader.folder,
          reader.rules,
          new CheckSettings.Defaults(
              reader.glossaries,
              new EntryScope(reader.domains, reader.projects),
              reader.baseline,
              reader.failOn,
              reader.max));
    }

    private void read(Setting file) {
      file.table()
          .forEach(
              (key, setting) -> {
                switch (key) {
                  case "check" -> setting.table().forEach(this::check);
                  case MemoryChoice.KEY -> setting.text(); // for every command, see MemoryChoice
                  case "rules" -> setting.table().forEach(this::rule);
                  default -> throw unknown(setting, key, "key", TABLES);
                }
              });
    }

    private static InputException unknown(
        Setting setting, String name, String what, List<String> known) {
      return setting.wrong("is not a known " + what, Spelling.hint(name, known));
    }

    private void check(String key, Setting setting) {
      switch (key) {
        case "glossary" ->
            setting.texts().forEach(one -> glossaries.add(NamedPath.of(one, folder)));
        case "domain" -> domains = names(setting);
        case "project" -> projects = names(setting);
        case "baseline" -> baseline = NamedPath.of(setting, folder);
        case "fail-on" -> failOn = failOn(setting);
        case "max" -> max = setting.number(MAX_SHOWN);
        default -> throw unknown(setting, key, "key", CHECK_KEYS);
      }
    }

    private static NamedFields names(Setting setting) {
      return new NamedFields(
          setting.texts().stream().map(Setting::text).toList(),
          setting.where() + ": " + setting.path() + ": ");
    }

    private static FailOn failOn(Setting setting) {
      String text = setting.text();
      List<String> names = Arrays.stream(FailOn.values()).map(FailOn::toString).toList();
      if (!names.contains(text)) {
        throw setting.wrong("cannot be \"" + text + '"', Spelling.hint(text, names));
      }
      return FailOn.valueOf(text.toUpperCase(Locale.ROOT));
    }

    private void rule(String id, Setting setting) {
      if (Rules.of(id).isEmpty()) {
        throw unknown(setting, id, "rule", Rules.ids());
      }
      if (!setting.isTable()) {
        String severity = severity(setting);
        rules.put(
            id,
            new RuleSetting(
                isOff(severity), level(severity), List.of(), List.of(), NamedFields.ALL));
        return;
      }
      String severity = "";
      List<Glob> files = List.of();
      List<Glob> notFiles = List.of();
      NamedFields about = NamedFields.ALL;
      for (Map.Entry<String, Setting> entry : setting.table().entrySet()) {
        Setting value = entry.getValue();
        switch (entry.getKey()) {
          case "severity" -> severity = severity(value);
          case "files" -> files = globs(value);
          case "not-files" -> notFiles = globs(value);
          case "domains" -> {
            if (!Rules.concernsTerms(id)) {
              throw value.wrong("has no effect: " + id + " is not about terms", "remove it");
            }
            about = names(value);
          }
          default -> throw unknown(value, entry.getKey(), "key", RULE_KEYS);
        }
      }
      rules.put(id, new RuleSetting(isOff(severity), level(severity), files, notFiles, about));
    }

    private static List<Glob> globs(Setting setting) {
      return setting.texts().stream().map(one -> new Glob(one.text())).toList();
    }

    private static String severity(Setting setting) {
      String text = setting.text();
      if (!SEVERITIES.contains(text)) {
        throw setting.wrong("cannot be \"" + text + '"', Spelling.hint(text, SEVERITIES));
      }
      return text;
    }

    private static boolean isOff(String severity) {
      return severity.equals("off");
    }

    private static @Nullable Severity level(String severity) {
      return severity.isEmpty() || isOff(severity)
          ? null
          : Severity.valueOf(severity.toUpperCase(Locale.ROOT));
    }
  }
}
