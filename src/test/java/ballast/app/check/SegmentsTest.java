package ballast.app.check;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.cli.CommandTest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The files of translation tools lose no code and leave no segment empty. */
final class SegmentsTest extends CommandTest {

  /** Sentences and translations. The marks 1> and <1 in braces surround text, 2 is alone. */
  private static final List<List<String>> PAIRS =
      List.of(
          List.of("请{1>立即<1}关闭阀门{2}。", "Close the valve {1>at once<1}{2}."),
          List.of("{1>注意<1}：水温不得超过{2}。", "{1>Caution<1}: keep the water below {2}."),
          List.of("船长把{1>航海日志<1}交给了{2}。", "The captain handed {2} the {1>logbook<1}."),
          List.of("{1>第一章 {3>港口<3}<1}{2}", "{1>Chapter One: The {3>Harbour<3}<1}{2}"));

  private enum Tool {
    XLIFF,
    SDLXLIFF,
    MQXLIFF;

    /** A file with a unit on each line from the second on, as the tool writes it. */
    String file(List<List<String>> pairs) {
      StringBuilder units = new StringBuilder();
      for (int i = 0; i < pairs.size(); i++) {
        units.append(unit(i + 1, coded(pairs.get(i).get(0)), coded(pairs.get(i).get(1))));
      }
      return "<xliff version=\"1.2\" xmlns=\"urn:oasis:names:tc:xliff:document:1.2\""
          + " xmlns:sdl=\"http://sdl.com/FileTypes/SdlXliff/1.0\" xmlns:mq=\"MQXliff\"><file"
          + " original=\"a.docx\" source-language=\"zh-CN\" target-language=\"en-US\""
          + " datatype=\"x-undefined\"><body>\n"
          + units
          + "</body></file></xliff>";
    }

    private String unit(int id, String source, String target) {
      String mark = "<mrk mtype=\"seg\" mid=\"" + id + "\">%s</mrk>";
      return switch (this) {
        case XLIFF ->
            "<trans-unit id=\"%d\"><source>%s</source><target state=\"translated\">%s</target></trans-unit>\n"
                .formatted(id, source, target);
        case SDLXLIFF ->
            ("<trans-unit id=\"u%d\"><source>%s</source><seg-source>%s</seg-source><target>%s</target>"
                    + "<sdl:seg-defs><sdl:seg id=\"%d\" conf=\"Translated\"/></sdl:seg-defs></trans-unit>\n")
                .formatted(id, source, mark.formatted(source), mark.formatted(target), id);
        case MQXLIFF ->
            ("<trans-unit id=\"%d\" mq:status=\"ManuallyConfirmed\"><source xml:space=\"preserve\">%s</source>"
                    + "<target xml:space=\"preserve\">%s</target></trans-unit>\n")
                .formatted(id, source, target);
      };
    }

    private String coded(String text) {
      boolean isNative = this == MQXLIFF;
      String begin = isNative ? "<bpt id=\"$1\" rid=\"$1\">{}</bpt>" : "<g id=\"$1\">";
      String end = isNative ? "<ept id=\"9$1\" rid=\"$1\">{}</ept>" : "</g>";
      String alone = isNative ? "<ph id=\"$1\">&lt;mq:ch /></ph>" : "<x id=\"$1\"/>";
      return text.replaceAll("\\{(\\d)>", begin)
          .replaceAll("<(\\d)}", end)
          .replaceAll("\\{(\\d)}", alone);
    }
  }

  /** Five damages to each translation: two codes lost, two added, one misplaced. */
  private static List<String> damaged(String text, int number, Tool tool) {
    UnaryOperator<String> whole = all -> "{1>" + all.replaceAll("\\{1>|<1}", "") + "<1}";
    List<UnaryOperator<String>> misplaced =
        List.of(
            all -> all.replace("{2}", "").replace("{1>", "{1>{2}"),
            all -> all.replace("<1}", "").replace("{1>", "{1><1}"),
            tool == Tool.MQXLIFF
                ? all -> all.replace("{1>", "[").replace("<1}", "{1>").replace("[", "<1}")
                : whole,
            all -> all.replace("{3>", "").replace("<3}", "").replace("{1>", "{3>{1>") + "<3}");
    return List.of(
        text.replace("{2}", ""),
        text.replaceAll("\\{1>|<1}", ""),
        text + "{7}",
        text.replaceFirst("e", "{8>e<8}"),
        misplaced.get(number).apply(text));
  }

  private List<String> found(String file, String rule, boolean isFinal) {
    return new CheckedFolder(folder)
        .check(PairSource.ofFiles(file).complete(isFinal)).all().stream()
            .filter(one -> one.finding().rule().equals(rule))
            .map(one -> one.location().line() + " " + one.finding().severity().label())
            .distinct()
            .toList();
  }

  @ParameterizedTest
  @EnumSource(Tool.class)
  void everyLostAddedOrMisplacedCodeIsFound(Tool tool) throws IOException {
    String name = "a." + tool.name().toLowerCase(Locale.ROOT);
    write(name, tool.file(PAIRS));
    assertThat(found(name, "code-mismatch", false)).isEmpty();
    List<List<String>> damaged = new ArrayList<>();
    for (int i = 0; i < PAIRS.size(); i++) {
      List<String> pair = PAIRS.get(i);
      damaged(pair.get(1), i, tool).forEach(text -> damaged.add(List.of(pair.get(0), text)));
    }
    write(name, tool.file(damaged));
    assertThat(found(name, "code-mismatch", false).stream().map(one -> one.replaceAll(" .*", "")))
        .containsExactlyElementsOf(IntStream.rangeClosed(2, 21).mapToObj(String::valueOf).toList());
    String said = run(0, "tm import " + name + " --tm a.db -v").err();
    assertThat(Pattern.compile("(?m)line \\d+: the code").matcher(said).results().count())
        .isGreaterThanOrEqualTo(20);
  }

  private void segment(String attributes, String target) throws IOException {
    write(
        "b.xlf",
        Tool.XLIFF
            .file(List.of(List.of("灯塔在岛上。", "@")))
            .replaceAll("<target.*</target>", target)
            .replace("<trans-unit id=\"1\"", "<trans-unit id=\"1\"" + attributes));
  }

  @Test
  void anEmptySegmentAndACopyOfTheSourceAreErrors() throws IOException {
    for (String target :
        List.of("", "<target/>", "<target> </target>", "<target>灯塔在岛上。</target>")) {
      segment("", target);
      assertThat(found("b.xlf", "untranslated", false)).as(target).containsExactly("2 error");
      segment(" translate=\"no\"", target);
      assertThat(found("b.xlf", "untranslated", true)).as(target).isEmpty();
    }
    segment("", "<target/>");
    assertThat(run(1, "check b.xlf").out()).contains("not translated: 灯塔在岛上。");
  }

  @Test
  void anEmptySegmentMayBeWaived() throws IOException {
    segment("", "<target/><note>ballast-ok: untranslated – the client fills it in</note>");
    assertThat(found("b.xlf", "untranslated", false)).isEmpty();
  }

  @Test
  void aNewSegmentMayBeEmptyUntilDelivery() throws IOException {
    segment("", "<target state=\"new\"/>");
    assertThat(found("b.xlf", "untranslated", false)).containsExactly("2 info");
    run(0, "check b.xlf");
    assertThat(found("b.xlf", "untranslated", true)).containsExactly("2 error");
    run(1, "check b.xlf --final");
  }

  @Test
  void aCatalogueIsCheckedForEmptyMessagesAndLostDirectives() throws IOException {
    write(
        "c.po",
        """
        msgid "打开%s"
        msgstr "Open"

        msgid "关闭文件"
        msgstr ""

        msgid "共%1$d页，<b>第%2$d页</b>"
        msgstr "Page <b>%2$d</b> of %1$d"
        """);
    assertThat(found("c.po", "code-mismatch", false)).containsExactly("2 error"); // not line 8
    assertThat(found("c.po", "untranslated", false)).containsExactly("4 error");
  }

  @Test
  void aCatalogueWithoutAnyTranslationIsCheckedToo() throws IOException {
    write("c.po", "msgid \"打开文件\"\nmsgstr \"\"\n\nmsgid \"关闭文件\"\nmsgstr \"\"\n");
    assertThat(found("c.po", "untranslated", false)).containsExactly("1 error", "4 error");
    run(1, "check c.po");
  }
}
