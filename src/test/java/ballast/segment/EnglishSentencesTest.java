package ballast.segment;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.bitext.Lang;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnglishSentencesTest {

  private final Segmenter segmenter = Segmenter.create(SegmenterOptions.DEFAULT);

  /** A bar marks each break. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        // Abbreviations before names and numbers.
        "Mr. Zhou called Dr. Lin at noon.| Prof. Wu and Gen. Xu were out.",
        "The talks on Feb. 14 failed.| A second round began on Sept. 3, 2019.",
        "She lives at No. 3 Canal Road.| No.| That is her sister.",
        "See Fig. 2 and vol. IV, pp. 30-41.| Then turn to ch. 7.",
        "Lt. Gov. Hale met Sen. Ortiz.| Rep. Kim stayed away.",
        "Tea, silk, etc. were sold, e.g. Fujian tea, i.e. the dear kind.",
        "We open on Mon. Jan. 6 as usual.",
        // Letters with full stops between them.
        "He moved to the U.S. in May.| He stayed there.",
        "He moved to the U.S.| They stayed in Harbin.",
        "The U.S. Senate voted.| The U.N. Security Council did not.",
        "The shop shuts at 5 p.m. on Sundays.| It opens at 9 a.m. Friday.",
        "The train left at 6 p.m.| It was full.",
        "She took her Ph.D. in Xiamen.| He never finished his.",
        "It began at 10 a.m. Beijing time.| Nobody slept.",
        "The dam broke at 4 a.m. (2000 GMT) that day.",
        "It was 9 p.m.| I'm sure of it.",
        "J. K. Rowling and J.R.R. Tolkien are read here.| George W. Hill is not.",
        "Apex Trading Co. Ltd. was fined.| The Hua Corp. was not.",
        // Numbers, addresses, files.
        "It rose 3.5 percent to 1,204.75.| It fell later.",
        "Read www.example.com/a.html first.| Write to li.wei@example.com today.",
        "Open report.v2.docx and notes.txt.| Print both.",
        // Emphasis in Markdown.
        "**Trade is a series of choices.**| Suppose it stops.",
        "From here, **we see trade as a series of choices.**| It stops.| **Then it starts.** |"
            + " End.",
        "He left.| *Nobody* knew.| *The Times ran.*| It said ***no way.***| **So what?**|"
            + " \"**Yes!**\"",
        "**He left.| *Really?| Oh no.*| They stayed.**",
        "The **U.S.** Senate voted.| It rose *3.5* percent.| He said **why?** and left.",
        "Match .* Any text.| Call __init__.| Then read a_b.| See 2 * 3.| The _U.S._ Senate.",
        // Labels.
        "1. Open the lid.",
        "2.1. Scope of the law",
        "a) Open the lid.",
        "(1) Open the lid.| (2) Shut it.",
        "iv. Shut the lid.",
        "Chapter 3. The River",
        // Quotes and attributions.
        "\"Why?\" he asked.| Nobody knew.",
        "“Why?” asked Lin Mei.| “Because.”",
        "\"Run!\" Father shouted.| We ran.",
        "He shut the door.| \"Why now?\"| I said, \"Because it is late.\"",
        "\"I know,\" she said.| \"I was there.| I saw it.\"",
        "\"Who is it?\"| \"Me.\"| \"Come in.\"",
        "He said, \"It is late.\"| She agreed.",
        "(It was late.)| They left.",
        "He paid (too much!) for it.",
        "They stayed (really?).| Good.",
        "The song Where Are You? was a hit.| It still is.",
        "Yahoo! shares fell.| Its rivals gained.",
        // Dots.
        "Well... I did not mean it.",
        "He waited....| Nobody came.",
        "More people are turning to loans … While rates are low, they can.",
        "\"Ma. . . .\"| There was no answer.",
        "Really?!| You must be joking!!!| Yes.",
        // Notes, sources, odd starts.
        "The wall fell in 1644.[3]| A new one was built.[4][5]| It stands.",
        "He called it \"a lie.\" (Shen 55).| Others did not.",
        "iPhone sales fell.| eBay gained.",
        "It needs one frame a call.| `Selected` needs an array.| The flag `x.` stays.",
        "See e.g. `Main` for that first.",
        "BEIJING, Feb. 14 (Xinhua) -- Exports grew 4.1 percent.| Imports fell.",
        "It costs 5 yuan.| 30 people bought it.| €20 is too much.",
        "It rained. ***",
        "Great! 😀😀| We won.",
        "Ｉt is late！ Ｇo home."
      })
  void breaksWhereTheBarsAre(String marked) {
    String text = Paragraphs.joined(marked);
    if (text.startsWith("Ｉ")) {
      assertThat(Paragraphs.sentences(segmenter, Lang.EN_US, text))
          .containsExactly("Ｉt is late！", "Ｇo home.");
      return;
    }
    assertThat(Paragraphs.sentences(segmenter, Lang.EN_US, text))
        .isEqualTo(Paragraphs.expected(marked));
  }

  @ParameterizedTest
  @ValueSource(strings = {"de", "fr-CA", "ru"})
  void otherLanguagesTakeTheEnglishRules(String tag) {
    assertThat(Paragraphs.sentences(segmenter, new Lang(tag), "Ja. Nein! «Да». Ça va?"))
        .containsExactly("Ja.", "Nein!", "«Да».", "Ça va?");
  }
}
