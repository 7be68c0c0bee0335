package ballast.workbench.browser;

import static java.nio.charset.StandardCharsets.UTF_8;

import ballast.workbench.RoomTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder with one aligned article and a glossary. */
public final class SampleArticle {

  public static final String DOCUMENT = "harbour";

  /** The sentence that the translation has and the article has not. */
  static final String ADDED = "Nobody had asked for it.";

  private static final String[][] SENTENCES = {
    {"港口的清晨", "Morning in the Harbour"},
    {"船在六点钟离开了港口。", "The ship left the harbour at six o'clock."},
    {"船长说，压舱石已经放好了。", "The captain said that the ballast stone was in its place."},
    {"水手们把三十个箱子搬上甲板。", "The sailors carried thirty boxes onto the deck."},
    {"", ADDED},
    {"一个孩子站在岸上挥手。", "A child stood on the shore and waved."},
    {"风从北边吹来，海面很冷。", "The wind came from the north. The sea was cold."},
    {"老人回家以后给女儿写了一封信。", "After coming home, the old man wrote a letter to his daughter."},
    {"信里只有两句话。", "There were only two sentences in the letter."},
  };

  private SampleArticle() {}

  public static void fill(Path folder) throws IOException {
    fill(folder, 1);
  }

  /**
   * The same several times over, each time with another number in each sentence.
   *
   * @param times how often
   */
  static void fill(Path folder, int times) throws IOException {
    StringBuilder chinese = new StringBuilder();
    StringBuilder english = new StringBuilder();
    for (int i = 0; i < times; i++) {
      for (String[] sentence : SENTENCES) {
        String number = times == 1 ? "" : Integer.toString(100 + i);
        if (!sentence[0].isEmpty()) {
          chinese.append(sentence[0].replace("。", number + "。")).append("\n\n");
        }
        english.append(sentence[1].replace(".", " " + number + ".").replace(" .", "."));
        english.append("\n\n");
      }
    }
    Files.createDirectories(folder.resolve("glossary"));
    Files.writeString(folder.resolve("glossary/terms.csv"), "zh,en\n压舱石,ballast stone\n", UTF_8);
    Files.writeString(folder.resolve(DOCUMENT + ".zh.txt"), chinese, UTF_8);
    Files.writeString(folder.resolve(DOCUMENT + ".en.txt"), english, UTF_8);
    RoomTest.align(folder, DOCUMENT);
  }
}
