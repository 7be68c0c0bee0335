package ballast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;

/** Help is broken into lines by the width of the page, not in the middle of a sentence by us. */
final class HelpTextTest {

  @TempDir Path directory;

  @Test
  void everyParagraphOfHelpIsWhole() {
    List<String> broken = new ArrayList<>();
    collect(new CommandRunner(directory).commandLine().getCommandSpec(), broken);
    assertThat(broken).isEmpty();
  }

  private static void collect(CommandSpec command, List<String> broken) {
    String name = command.qualifiedName();
    // Lists of commands show the first paragraph.
    if (command.usageMessage().description()[0].matches(".*[a-z)]\\. +[A-Z].*")) {
      broken.add(name + ": more than a sentence");
    }
    collect(name, command.usageMessage().description(), broken);
    for (ArgSpec option : command.options()) {
      collect(name + " " + option.paramLabel(), option.description(), broken);
    }
    for (ArgSpec parameter : command.positionalParameters()) {
      collect(name + " " + parameter.paramLabel(), parameter.description(), broken);
    }
    for (CommandLine below : command.subcommands().values()) {
      collect(below.getCommandSpec(), broken);
    }
  }

  private static void collect(String of, String[] paragraphs, List<String> broken) {
    assertThat(paragraphs).as(of).isNotEmpty();
    Arrays.stream(paragraphs)
        .filter(text -> !text.matches("(?s).*[.)](%n)?|Default: [^ ]*"))
        .map(text -> of + ": " + text)
        .forEach(broken::add);
  }
}
