package ballast.workbench.browser;

import static java.nio.charset.StandardCharsets.UTF_8;

import ballast.workbench.RoomTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder with a small memory and a glossary. */
public final class SampleFolder {

  private SampleFolder() {}

  public static void fill(Path folder) throws IOException {
    Files.createDirectories(folder.resolve("glossary"));
    Files.writeString(
        folder.resolve("glossary/terms.csv"),
        """
        id,zh,en,status,domain,note
        ballast,压舱石,ballast stone,,sea,keeps a ship steady
        ballast,压舱石,cornerstone,forbidden,,
        again,压舱石,ballast stone,forbidden,,
        """,
        UTF_8);
    StringBuilder units = new StringBuilder("桥修好了，两岸的人都来看。\tThe bridge is mended, and all came.\n");
    String[] places = {"港口", "河边", "岸上", "城里", "桥下", "海上"};
    String[] english = {"port", "river", "bank", "town", "bridge", "sea"};
    for (int i = 0; i < places.length; i++) {
      units.append(places[i]).append("的货轮装着压舱石。\tThe freighter at the ").append(english[i]);
      units.append(i < 4 ? " carries a ballast stone.\n" : " has a cornerstone.\n");
    }
    Files.writeString(folder.resolve("units.tsv"), units, UTF_8);
    RoomTest.take(folder, "units.tsv");
  }
}
