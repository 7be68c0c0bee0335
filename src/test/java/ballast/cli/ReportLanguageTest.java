package ballast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.check.Rule;
import ballast.check.Rules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Reports for a client have a head, and words of their own language only. */
final class ReportLanguageTest extends CommandTest {

  private static final Map<String, String> CHINESE = Map.of("LANG", "zh_CN.UTF-8", "USER", "mei");
  private static final Map<String, String> ENGLISH = Map.of("LANG", "en_GB.UTF-8", "USER", "mei");

  private static final String ZH =
      """
      港口的新秩序

      冷战开始了，各国的港口都在变化。

      船在1950年到了，带来了30箱货物。

      他说，水手爱海，海也爱水手。

      孩子们站在岸上，望着远方的船。

      没有人知道明天会怎样。
      """;

  private static final String EN =
      """
      A New Order for the Harbour

      Coldness began, and the harbours of all countries were changing.

      The vessel arrived in 1951  and brought 30 boxes of of goods.

      He said，that sailors love the sea and it loves them

      Somebody painted the gate green last week.
      """;

  /** Each report, with pages of several files and of two reviewers. */
  private static final Map<String, String> REPORTS =
      Map.ofEntries(
          Map.entry("align.html", "align a.zh.txt a.en.txt --again -o"),
          Map.entry("aligns.html", "align many --no-tm --again -o"),
          Map.entry("check.html", "check a.zh.txt a.en.txt -o"),
          Map.entry("checks.html", "check many -o"),
          Map.entry("diff.html", "diff a.en.txt b.en.txt --source a.zh.txt -o"),
          Map.entry("reviews.html", "diff a.en.txt b.en.txt c.en.txt -o"),
          Map.entry("files.html", "diff old many -o"),
          Map.entry("stats.html", "tm stats -o"),
          Map.entry("quote.html", "tm stats --against a.zh.txt -o"));

  /** What users wrote: texts, terms and the names of files. */
  private static final String USERS =
      "[translate=no], ins, del, bdi, code, kbd, .rule, .file, option[value~=.]";

  /** Quoted texts, terms, and names of files, rules and users. */
  private static final Pattern NAME =
      Pattern.compile(
          "“[^”]*”|\\S+ = \\w+|\\S*[-./_]\\S*|\\b(many|old|mei|"
              + Rules.all().stream().map(Rule::id).collect(Collectors.joining("|"))
              + ")\\b");

  private static final Pattern WORD = Pattern.compile("[A-Za-z]{3,}");
  private static final Pattern HAN = Pattern.compile("\\p{IsHan}+");

  @BeforeEach
  void write() throws IOException {
    String revised = EN.replace("The vessel", "The ship").replace("of of", "of");
    write("a.zh.txt", ZH);
    write("a.en.txt", EN);
    write("b.en.txt", revised);
    write("c.en.txt", revised.replace("The ship arrived", "A ship came").replace("green", "red"));
    write("old/p.en.txt", revised);
    write("old/s.en.txt", EN);
    for (String name : List.of("p", "q")) {
      write("many/" + name + ".zh.txt", ZH);
      write("many/" + name + ".en.txt", name.equals("p") ? EN : revised);
    }
    write(
        "glossary/terms.csv",
        "id,zh,en,status\n1,冷战,Cold War,\n2,船,ship,\n2,船,vessel,forbidden\n3,海,sea,\n4,水手,sailor,\n");
    run(0, "align a.zh.txt a.en.txt");
  }

  @Test
  void aChineseReportHasNoEnglishWord() throws IOException {
    List<String> english = new ArrayList<>();
    for (Document page : pages(CHINESE)) {
      assertThat(page.expectFirst("html").attr("lang")).isEqualTo("zh");
      words(page)
          .filter(text -> WORD.matcher(NAME.matcher(text).replaceAll("")).find())
          .forEach(english::add);
    }
    assertThat(english).isEmpty();
  }

  @Test
  void anEnglishReportHasNoChineseWordOfOurs() throws IOException {
    String users = ZH + read("glossary/terms.csv");
    for (Document page : pages(ENGLISH)) {
      assertThat(page.expectFirst("html").attr("lang")).isEqualTo("en");
      assertThat(words(page).flatMap(text -> HAN.matcher(text).results()).map(MatchResult::group))
          .allSatisfy(han -> assertThat(users).contains(han));
    }
  }

  @Test
  void theHeadSaysWhatWhenWhoAndTheResult() throws IOException {
    Document chinese = page(CHINESE, "check.html");
    assertThat(chinese.title()).isEqualTo("港口的新秩序：译文检查");
    assertThat(chinese.select("h1").text()).isEqualTo("港口的新秩序");
    assertThat(chinese.select(".imprint").text()).isEqualTo("2026年2月14日 · mei");
    assertThat(chinese.select(".summary").text()).matches("6 个句对中有 \\d+ 个错误、\\d+ 个警告.*。");

    assertThat(page(ENGLISH, "check.html").select("h1, .imprint, .summary").eachText())
        .startsWith("A New Order for the Harbour", "14 February 2026 · mei")
        .last()
        .asString()
        .matches("\\d+ errors and \\d+ warnings? in 6 pairs of sentences.*\\.");
    assertThat(head("align.html"))
        .containsExactly(
            "A New Order for the Harbour",
            "14 February 2026 · mei",
            "4 pairs of sentences; 3 one-sided.");
    assertThat(head("diff.html")).first().isEqualTo("A New Order for the Harbour");
    assertThat(head("diff.html")).last().asString().startsWith("1 sentence of 5 changed, ");
    assertThat(head("stats.html")).last().asString().startsWith("4 units in 1 article; 0 approved");
    assertThat(head("quote.html"))
        .containsSubsequence("Analysis of a.zh.txt", "81 characters in 1 file.");
  }

  private List<String> head(String name) throws IOException {
    return page(ENGLISH, name).select("h1, .imprint, .summary").eachText();
  }

  /** Links lead to what is on the page or in the folder, the hints are closed. */
  @Test
  void hintsAreClosedAndEveryLinkLeadsSomewhere() throws IOException {
    for (Document page : pages(ENGLISH)) {
      List<String> ids = page.select("[id]").eachAttr("id");
      assertThat(ids).doesNotHaveDuplicates();
      assertThat(page.select("a[href^=#]").eachAttr("href"))
          .allSatisfy(href -> assertThat(ids).contains(href.substring(1)));
    }
    Document check = page(ENGLISH, "check.html");
    assertThat(check.select("details.hints tbody.finding.info")).isNotEmpty();
    assertThat(check.select("details.hints[open], tbody.info:not(details *)")).isEmpty();
  }

  private List<Document> pages(Map<String, String> environment) throws IOException {
    List<Document> pages = new ArrayList<>();
    for (String name : REPORTS.keySet()) {
      pages.add(page(environment, name));
    }
    try (Stream<Path> files = Files.list(folder.resolve("files"))) {
      for (Path file : files.toList()) {
        pages.add(Jsoup.parse(file));
      }
    }
    return pages;
  }

  private Document page(Map<String, String> environment, String name) throws IOException {
    String[] line = ShellWords.split(REPORTS.get(name) + " " + name + " --force");
    assertThat(new CommandRunner(folder, environment, 0).run(line).status()).isLessThan(2);
    return Jsoup.parse(read(name));
  }

  /** Texts and labels in the language of the page. */
  private static Stream<String> words(Document page) {
    String language = page.expectFirst("html").attr("lang");
    page.select("script, style, " + USERS).remove();
    page.select("body [lang]:not([lang=" + language + "])").remove();
    List<Element> all = page.select("*");
    assertThat(all).hasSizeGreaterThan(20);
    return all.stream()
        .flatMap(
            one ->
                Stream.concat(
                    one.textNodes().stream().map(node -> node.text().strip()),
                    Stream.of("title", "aria-label", "alt", "data-label", "data-text")
                        .map(one::attr)))
        .filter(text -> !text.isEmpty());
  }
}
