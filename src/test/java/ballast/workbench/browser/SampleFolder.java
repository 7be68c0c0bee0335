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

  /** Fills a folder with a memory in which five terms each raise one question. */
  public static void fillWithDecisions(Path folder) throws IOException {
    Files.createDirectories(folder.resolve("glossary"));
    Files.writeString(
        folder.resolve("glossary/terms.csv"),
        """
        zh,en,status
        压舱石,ballast stone,
        压舱石,cornerstone,forbidden
        货轮,freighter,
        码头,pier,
        防波堤,breakwater,
        船长,captain,
        """,
        UTF_8);
    Files.writeString(
        folder.resolve("units.tsv"),
        """
        货轮停在港口。\tThe cargo ship lies in the port.
        货轮昨天离开了。\tThe cargo ship left yesterday.
        老人在等货轮。\tThe old man is waiting for the cargo ship.
        货轮装着压舱石。\tThe freighter carries a cornerstone.
        老人说，桥是小城的压舱石。\tThe old man said that the bridge was the cornerstone of the town.
        工人住在码头旁边。\tThe workers live beside the wharf.
        码头很旧。\tThe wharf is old.
        防波堤在城外。\tThe jetty is outside the town.
        她在防波堤上散步。\tShe takes a walk on the jetty.
        船长室很小。\tThe cabin is small.
        他在船长室里睡觉。\tHe sleeps in the cabin.
        城里有3座桥。\tThe town has 4 bridges.
        """,
        UTF_8);
    RoomTest.take(folder, "units.tsv");
  }
}
