package ballast.format.markup;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.Rounds;
import ballast.bitext.InlineCode;
import ballast.bitext.Side;
import ballast.format.article.ArticleFormat;
import ballast.format.article.FoundBlock;
import ballast.format.article.Mark;
import ballast.format.article.ReaderOptions;
import ballast.format.article.TranslatedBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Random texts, full of signs that mean something, written into random files and read again. */
class MarkupWriterPropertyTest {

  private static final int ROUNDS = Rounds.of(200);

  private static final String[] WORDS = {
    "word", "税收", "3", "1.", "12)", "-", "+", "*", "**", "_", "a_b", "`", "``",
    "#", "##", ">", "<", "<b>", "</p>", "<!--", "&amp;", "&", "&#33;", "[x]", "[ ]", "](y)",
    "[^1]", "![", "!", "!!!", "???", ":::", "|", "||", "\\", "\\*", "$", "$x$", "$$",
    "~~", "~~~", "===", "---", "{#id}", "{{ x }}", "{", "}", "=", "\"", "'", "。", "：",
    "https://a.b/c_d", "e.g.", "…", "%%", "100%", "-->", "<i>", "NOTE"
  };

  private static final List<String> MARKDOWN =
      List.of(
          "# Title {X}\n\n",
          "Title {X}\n=====\n\n",
          "Some text {X}\nover two lines.\n\n",
          "- item {X}\n- [ ] task\n\n",
          "1. one {X}\n   two\n\n",
          "> quoted {X}\n> text\n\n",
          "| head | {X} |\n|---|---|\n| a \\| b | c |\n\n",
          "<p align=\"center\">\n  html {X}\n</p>\n\n",
          "!!! note \"titled {X}\"\n\n    inside\n\n",
          "::: tip titled {X}\n\ninside\n\n:::\n\n",
          "![picture {X}](a.png)\n\n",
          "one  \ntwo {X}\n\n",
          "```java\nint x;\n```\n\n",
          "<!-- a comment -->\n\n",
          "[^1]: a note {X}\n\n",
          "$$\nx\n$$\n\n",
          "plain {X} end<br>\nmore\n\n");

  private static final List<String> CODES =
      List.of(
          "with",
          "**bold**",
          "*italic*",
          "[link](u \"t\")",
          "`code`",
          "$x_1$",
          "<u>under</u>",
          "![alt](i.png)",
          "~~struck~~",
          "**[both](v)**",
          "<https://a.b>");

  private static final List<String> SUBTITLES =
      List.of(
          "{N}\n00:00:01,000 --> 00:00:02,000\nSome text\n\n",
          "{N}\n00:00:01,000 --> 00:00:02,000\n- One\n- Two\n\n",
          "{N}\n00:00:01,000 --> 00:00:02,000\nplain\n\n");

  private static final List<String> CATALOGUE =
      List.of(
          "msgid \"Some {N} text\"\nmsgstr \"\"\n\n",
          "msgid \"a\\n\"\n\"b {N}\\n\"\nmsgstr \"甲\\n\"\n\"乙\\n\"\n\n",
          "msgid \"\\ttab {N}\\n\"\nmsgstr \"\"\n\n");

  /** Without codes there is a way to write each text of Markdown and of HTML inside it. */
  @Test
  void everyTextWithoutCodesIsWrittenInMarkdown() {
    for (int seed = 1; seed <= ROUNDS; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      String file = file(random, MARKDOWN, List.of("with"));
      MarkupWriter.Result written = write(ArticleFormat.MARKDOWN, file, random, seed);
      assertThat(written.problems()).as("seed %d: %s", seed, written.text()).isEmpty();
    }
  }

  @Test
  void textsWithCodesAreWrittenOrNamedInMarkdown() {
    int blocks = 0;
    int problems = 0;
    for (int seed = 1; seed <= ROUNDS; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      String file = file(random, MARKDOWN, CODES);
      MarkupWriter.Result written = write(ArticleFormat.MARKDOWN, file, random, seed);
      blocks += new MarkdownReader(Mark.DEFAULT).blocks(file).size();
      problems += written.problems().size();
    }
    // Bold cannot end between a sign and a letter, a link cannot be empty.
    assertThat(problems).isLessThan(blocks / 4);
  }

  @ParameterizedTest
  @EnumSource(
      value = ArticleFormat.class,
      names = {"SRT", "VTT", "PO"})
  void subtitlesAndCataloguesAreWrittenOrNamed(ArticleFormat format) {
    for (int seed = 1; seed <= ROUNDS; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      String file = file(random, format == ArticleFormat.PO ? CATALOGUE : SUBTITLES, List.of(""));
      String vtt = "WEBVTT\n\n" + file.replace(",000", ".000");
      write(format, format == ArticleFormat.VTT ? vtt : file, random, seed);
    }
  }

  /** Writes random texts into the blocks of a file and compares what is read then. */
  private static MarkupWriter.Result write(
      ArticleFormat format, String file, SplittableRandom random, int seed) {
    MarkupBlock.Reader reader =
        switch (format) {
          case MARKDOWN -> new MarkdownReader(Mark.DEFAULT);
          case PO -> new PoReader();
          default -> new SubtitleReader();
        };
    List<MarkupBlock> before = reader.blocks(file);
    Map<Integer, TranslatedBlock> texts = new TreeMap<>();
    for (int i = 0; i < before.size(); i++) {
      if (before.get(i).rules() != TextContext.NEVER && random.nextInt(3) > 0) {
        texts.put(i, text(before.get(i).found(), random));
      }
    }
    MarkupWriter.Result written =
        MarkupWriter.of(format, ReaderOptions.DEFAULT).orElseThrow().write(file, texts);
    List<MarkupBlock> after = reader.blocks(written.text());
    assertThat(after).as("seed %d: %s", seed, written.text()).hasSameSizeAs(before);
    for (int i = 0; i < before.size(); i++) {
      TranslatedBlock wanted = written.problems().containsKey(i) ? null : texts.get(i);
      FoundBlock now = after.get(i).found();
      FoundBlock old = before.get(i).found();
      assertThat(now.text())
          .as("seed %d, block %d", seed, i)
          .isEqualTo(wanted == null ? old.text() : wanted.text());
      assertThat(
              MarkupWriter.sameNative(now.codes(), wanted == null ? old.codes() : wanted.codes()))
          .as("seed %d, block %d: %s", seed, i, now)
          .isTrue();
    }
    return written;
  }

  private static String file(SplittableRandom random, List<String> kinds, List<String> codes) {
    StringBuilder file = new StringBuilder();
    for (int i = 0; i < 6; i++) {
      String kind = kinds.get(random.nextInt(kinds.size()));
      file.append(
          kind.replace("{X}", codes.get(random.nextInt(codes.size()))).replace("{N}", "" + i));
    }
    return file.toString();
  }

  private static TranslatedBlock text(FoundBlock block, SplittableRandom random) {
    StringBuilder text = new StringBuilder();
    int words = 1 + random.nextInt(6);
    for (int i = 0; i < words; i++) {
      text.append(random.nextInt(3) > 0 && text.length() > 0 ? " " : "");
      text.append(WORDS[random.nextInt(WORDS.length)]);
    }
    // A block of signs alone would be code.
    text.append(" end");
    int[] offsets = random.ints(block.codes().size(), 0, text.length() + 1).sorted().toArray();
    List<InlineCode> codes = new ArrayList<>();
    for (int i = 0; i < offsets.length; i++) {
      InlineCode code = block.codes().get(i);
      codes.add(
          new InlineCode(
              Side.TARGET, offsets[i], code.element(), code.attributes(), code.content()));
    }
    return new TranslatedBlock(text.toString(), codes);
  }
}
