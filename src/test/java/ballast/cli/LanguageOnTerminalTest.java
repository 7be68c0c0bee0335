package ballast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.app.page.EnglishWords;
import ballast.cli.CommandRunner.Outcome;
import ballast.cli.option.Language;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What people read on the terminal is in their language. The articles of these tests have no three
 * English words in a row, so that all that are found are ours.
 */
final class LanguageOnTerminalTest extends CommandTest {

  private static final Map<String, String> CHINESE = Map.of("LANG", "zh_CN.UTF-8", "USER", "mei");

  @BeforeEach
  void write() throws IOException {
    write("a.zh.txt", "冷战开始了。\n\n船在1950年到了。\n\n经济增长很快。\n");
    write("a.en.txt", "Coldness began.\n\nShips: 1951.\n");
    write("b.en.txt", "Coldness began.\n\nVessels: 1951.\n");
    write(
        "glossary/terms.csv",
        "zh,en,status\n冷战,Cold War,preferred\n船,ship,preferred\n船,ship,preferred\n");
    write("broken.toml", "not = [toml\n");
    write("rates.toml", "currency = 'CNY'\nprice = 0.25\n");
    write("wrong.toml", "price = -1\ncurrency = 1\n");
    write("u.tmx", "<tmx>broken");
  }

  /** Words that are the same in Chinese: quoted texts, commands, names of files and rules. */
  private static final Pattern OURS =
      Pattern.compile("\"[^\"]*\"|“[^”]*”|ballast[ a-z-]*|\\S*[-./=_]\\S*|\\[-.*?-]");

  private static final Pattern TWO_WORDS = Pattern.compile("(?<!\\w)[A-Za-z]*[a-z]{2,} [a-z]{2,}");

  private static final List<String> COMMANDS =
      List.of(
          "align a.zh.txt a.en.txt -v",
          "align a.zh.txt a.en.txt",
          "align a.zh.txt a.en.txt --again --review",
          "align a.zh.txt a.en.txt --again -o a.tmx",
          "align a.zh.txt a.en.txt -o a.tmx",
          "align a.zh.txt missing.txt",
          "align a.zh.txt a.zh.txt",
          "align",
          "check",
          "check a.zh.txt a.en.txt",
          "check --group rendering",
          "check --group term",
          "check --fix",
          "check --rule nonsense",
          "check missing.txt",
          "diff a.en.txt b.en.txt",
          "diff a.en.txt a.en.txt",
          "diff a.en.txt missing.txt",
          "tm list",
          "tm stats",
          "tm stats --against a.zh.txt",
          "tm stats --against a.zh.txt --against ./a.zh.txt --rates wrong.toml",
          "tm stats --against a.zh.txt --against ./a.zh.txt",
          "tm stats --inconsistent",
          "tm search 冷战开始了。",
          "tm search 冷战开始过。",
          "tm search 毫不相干的一句话",
          "tm search 船 --min 7x",
          "tm search",
          "tm concordance 船",
          "tm concordance 无此词",
          "tm history",
          "tm history a",
          "tm history a --all",
          "tm show 000000000000",
          "tm import a.tmx --dry-run",
          "tm import a.tmx",
          "tm import u.tmx",
          "tm import missing.tmx",
          "tm export -o b.tmx",
          "tm export -o b.tmx",
          "tm export -o a.zh.txt",
          "tm approve --all --dry-run",
          "tm approve --all",
          "tm reject --contains 没有的",
          "tm replace Ships Boats --dry-run",
          "tm replace Ships Boats",
          "tm undo",
          "tm undo --redo",
          "tm dedupe",
          "tm delete --document a",
          "tm restore --document a",
          "tm verify",
          "tm list --tm missing.db",
          "tm lsit",
          "tm",
          "glossary lint",
          "glossary search 冷战",
          "glossary search 无此词",
          "glossary stats",
          "glossary add 桥 bridge",
          "glossary remove 桥",
          "glossary export -o g.tsv",
          "translate a.zh.txt -o a.xlf",
          "translate a.zh.txt -o a.xlf",
          "merge a.zh.txt a.xlf -o c.txt",
          "convert a.tmx c.tsv",
          "convert a.tmx c.xyz",
          "split a.zh.txt --format nonsense",
          "explain nonsense",
          "explain",
          "lexicon explain 船",
          "tm compact --dry-run",
          "align a.zh.txt a.en.txt --again --print",
          "check --fix --apply",
          "apply a.en.txt --dry-run",
          "review export a -o r.csv",
          "review import r.csv --dry-run",
          "review show",
          "help nonsense",
          "nonsense",
          "--nonsense",
          "check --fial",
          "check --config broken.toml");

  @Test
  void noMessageOfTheMainCommandsIsInEnglish() {
    List<String> english =
        COMMANDS.stream()
            .flatMap(line -> english(line).stream().map(e -> line + " > " + e))
            .toList();
    assertThat(english).isEmpty();
  }

  private List<String> english(String line) {
    Outcome outcome = new CommandRunner(folder, CHINESE, 0).run(ShellWords.split(line));
    assertThat(outcome.status()).as(line + outcome.err()).isLessThan(3);
    return (outcome.out() + outcome.err())
        .lines()
        .filter(one -> TWO_WORDS.matcher(OURS.matcher(one).replaceAll("·")).find())
        .toList();
  }

  /** Else the list of commands above would prove nothing. */
  @Test
  void theSameCommandsSayThreeEnglishWordsInEnglish() {
    long said =
        COMMANDS.stream()
            .map(line -> new CommandRunner(folder, Map.of(), 0).run(ShellWords.split(line)))
            .filter(one -> EnglishWords.sentence(one.out() + one.err()).isPresent())
            .count();
    assertThat(said).isGreaterThan(COMMANDS.size() / 2);
  }

  @Test
  void dataAreTheSameInBothLanguages() throws IOException {
    run(0, "align a.zh.txt a.en.txt");
    for (String line :
        List.of(
            "check --format json",
            "check --format sarif",
            "check --format csv",
            "check --format github",
            "tm list --json",
            "tm search 冷战开始了。 --json",
            "tm export",
            "diff a.en.txt b.en.txt --format json",
            "split a.zh.txt",
            "completion bash")) {
      String[] words = ShellWords.split(line);
      assertThat(new CommandRunner(folder, CHINESE, 0).run(words).out())
          .as(line)
          .isEqualTo(new CommandRunner(folder, Map.of("USER", "mei"), 0).run(words).out());
    }
    run(1, CHINESE, "check -o chinese.txt");
    run(1, Map.of("USER", "mei"), "check -o english.txt");
    assertThat(read("chinese.txt")).isEqualTo(read("english.txt"));
  }

  /** A text of the memory that happens to be one of our messages is still what the memory has. */
  @Test
  void textsOfTheMemoryAreNotTranslated() throws IOException {
    write("m.zh.txt", "星期一到了。\n");
    write("m.en.txt", "Monday\n");
    run(0, "align m.zh.txt m.en.txt --force");

    assertThat(run(0, CHINESE, "tm search 星期一到了。").out()).contains("\nMonday\n").contains("单元");
    assertThat(run(0, CHINESE, "tm concordance 星期一").out()).contains("Monday\n");
  }

  @ParameterizedTest
  @CsvSource({
    "zh_CN.UTF-8,'','','',ZH",
    "zh_TW,'','','',ZH",
    "en_GB.UTF-8,'','','',EN",
    "zh_CN.UTF-8,'','',C,EN",
    "zh_CN.UTF-8,POSIX,'','',EN",
    "en_US,zh_CN,'','',ZH",
    "zh_CN,zh_CN,en,zh_CN,EN",
    "'','','','',EN",
  })
  void theLanguageIsThatOfTheLocale(
      String lang, String messages, String own, String all, Language expected) {
    Map<String, String> environment =
        Map.of("LANG", lang, "LC_MESSAGES", messages, "BALLAST_LANG", own, "LC_ALL", all);
    assertThat(Language.of(environment, "tm", "list")).isEqualTo(expected);
  }

  @Test
  void theOptionIsBeforeOrAfterTheCommand() {
    assertThat(run(2, "--lang zh tm nonsense").err()).contains("没有命令");
    assertThat(run(2, "tm list --lang=zh --tm missing.db").err()).contains("没有记忆库");
    assertThat(run(2, "tm split 000000000000 --source 船 --lang zh --tm missing.db").err())
        .contains("没有记忆库");
    assertThat(run(2, CHINESE, "--lang en tm nonsense").err()).contains("there is no command");
    assertThat(run(2, "tm list --lang fr").err())
        .isEqualTo("error: --lang takes en, zh, not \"fr\"\ntry:   ballast tm list --help\n");
  }
}
