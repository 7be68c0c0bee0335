package ballast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Help is broken into lines by the width of the page, not in the middle of a sentence by us. */
final class HelpTextTest extends CommandTest {

  @Test
  void everyParagraphOfHelpIsWhole() {
    List<String> broken = new ArrayList<>();
    runner().commands().forEach(command -> collect(command, broken));
    assertThat(broken).isEmpty();
  }

  private static void collect(CommandSpec command, List<String> broken) {
    String name = command.qualifiedName();
    // Lists of commands show the first paragraph.
    if (command.usageMessage().description()[0].matches(".*[a-z)]\\. +[A-Z].*")) {
      broken.add(name + ": more than a sentence");
    }
    collect(name, command.usageMessage().description(), broken);
    for (ArgSpec arg : command.args()) {
      collect(name + " " + arg.paramLabel(), arg.description(), broken);
    }
  }

  private static void collect(String of, String[] paragraphs, List<String> broken) {
    assertThat(paragraphs).as(of).isNotEmpty();
    Arrays.stream(paragraphs)
        .filter(text -> !text.matches("(?s).*[.)](%n)?|Default: [^ ]*"))
        .map(text -> of + ": " + text)
        .forEach(broken::add);
  }

  @Test
  void theListOfCommandsHasEachOnce() {
    String list = help("--help");
    runner()
        .commandLine()
        .getSubcommands()
        .keySet()
        .forEach(name -> assertThat(list.split("(?m)^  " + name + " ", -1)).as(name).hasSize(2));
  }

  /** More than six options at first are not read. */
  @Tag("slow")
  @Test
  void helpShowsAtMostSixOptionsFirstAndAllOnRequest() {
    for (CommandSpec command : runner().commands().toList()) {
      String name = command.qualifiedName();
      List<OptionSpec> main = CommandHelp.main(command);
      assertThat(main).as(name).hasSizeLessThanOrEqualTo(6).doesNotHaveDuplicates();
      assertThat(main)
          .as(name)
          .containsAll(command.options().stream().filter(OptionSpec::required).toList());
      String words = name.substring("ballast".length()).strip();
      String all = help(words + " --help-all");
      for (OptionSpec option : command.options()) {
        assertThat(all).as(name).contains(option.longestName());
      }
      String brief = help(words + " --help");
      assertThat(brief.lines().filter(line -> line.startsWith("Usage:"))).hasSize(1);
      assertThat(brief.lines().filter(line -> line.matches("(  -., |      )--[a-z].*")).count())
          .as(name)
          .isLessThanOrEqualTo(6);
      assertThat(help("help " + words)).isEqualTo(brief);
      assertThat(help("help " + words + " --all")).isEqualTo(all);
    }
  }

  private String help(String line) {
    return run(0, line).out();
  }
}
