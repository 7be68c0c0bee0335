package ballast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.app.page.EnglishWords;
import ballast.app.page.PageLanguage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The help texts in Chinese are those of the commands, options and parameters, all of them. */
final class HelpInChineseTest extends CommandTest {

  private static final Pattern HAN = Pattern.compile("\\p{IsHan}");

  private static final Pattern VARIABLE = Pattern.compile("\\$\\{[^}]*}");

  private final Map<String, String> texts = new LinkedHashMap<>();

  private void read() {
    for (String line : PageLanguage.read("/ballast/cli/help_zh.tsv")) {
      String[] cells = line.split("\t", 2);
      assertThat(texts.put(cells[0], cells[1])).as("twice: " + line).isNull();
    }
  }

  @Test
  void everyVisibleCommandOptionAndParameterHasAChineseText() {
    read();
    List<String> without = new ArrayList<>();
    Set<String> unused = new TreeSet<>(texts.keySet());
    runner()
        .commands()
        .forEach(
            command -> {
              keys(command).forEach(key -> check(command, key, without, unused));
            });
    assertThat(without).isEmpty();
    unused.removeIf(key -> key.matches("(ballast\\.)?usage\\.\\w+(Heading|description)"));
    assertThat(unused).as("keys of nothing").isEmpty();
  }

  private void check(CommandSpec command, String key, List<String> without, Set<String> unused) {
    String own = command.qualifiedName(".") + "." + key;
    boolean isCommand = key.equals("usage.description");
    String found = isCommand || texts.containsKey(own) ? own : key;
    String text = texts.getOrDefault(found, "");
    unused.remove(found);
    if (!HAN.matcher(VARIABLE.matcher(text).replaceAll("中")).find()
        || EnglishWords.sentence(VARIABLE.matcher(text).replaceAll("")).isPresent()) {
      without.add(own + ": " + text);
    }
  }

  private static List<String> keys(CommandSpec command) {
    List<String> keys = new ArrayList<>();
    keys.add("usage.description");
    for (ArgSpec arg : command.args()) {
      if (arg instanceof OptionSpec option && !option.hidden()) {
        keys.add(option.longestName().replaceFirst("^-+", ""));
      } else if (arg instanceof PositionalParamSpec parameter && !parameter.hidden()) {
        keys.add(parameter.paramLabel() + "[" + parameter.index() + "]");
      }
    }
    return keys;
  }

  /** The text of a command or option, not only its key, reaches the terminal. */
  @Test
  void helpIsInChinese() {
    for (CommandSpec command : runner().commands().toList()) {
      String words = command.qualifiedName().substring("ballast".length()).strip();
      if (command.usageMessage().hidden() || words.startsWith("split")) {
        continue;
      }
      for (String asked : List.of("--help", "--help-all")) {
        String help = run(0, Map.of("LANG", "zh_CN.UTF-8"), words + " " + asked).out();
        assertThat(help).startsWith("用法：ballast");
        assertThat(help.lines().filter(line -> !line.startsWith("  ballast ")))
            .as(words)
            .allSatisfy(line -> assertThat(EnglishWords.sentence(line)).as(line).isEmpty());
      }
    }
  }

  @Test
  void helpOfSplitIsInChineseThoughItsOptionLangIsOfItsFiles() {
    String help = run(0, "--lang zh split --help").out();

    assertThat(help).contains("每行一句").contains("文件的语言").doesNotContain("Options");
    assertThat(run(0, "split --lang zh --help").out()).contains("Usage: ballast split");
  }
}
