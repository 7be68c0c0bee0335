package ballast.lexicon.train;

import static java.nio.charset.StandardCharsets.UTF_8;

import ballast.lexicon.Lexicon;
import ballast.lexicon.train.SourceReport.TrainingSource;
import ballast.lexicon.train.Trainer.Training;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

/** Small sources to train on. */
public final class Samples {

  /** In the form of dictd: notes first, wrapped senses, two readings, a variant, a measure word. */
  private static final String DICTIONARY =
      """
      00-database-short
           A sample dictionary
      船
      [chuán]
      boat; ship
      CL:條|条[tiáo],艘[sōu]
      壓艙石|压舱石
      [yā cāng shí]
      ballast stone; (fig.) what keeps sth
      steady
      海港
      [hǎi gǎng]
      harbor
      行
      [xíng]
      to walk; to go
      [háng]
      row; line
      銀行|银行
      [yín háng]
      bank
      旅行
      [lǚ xíng]
      to travel; journey
      步行
      [bù xíng]
      to walk
      石頭|石头
      [shí tou]
      stone
      馬|马
      [Mǎ]
      surname Ma
      著
      [zhù]
      to write (a book)
      """;

  private static final List<String> PAIRS =
      List.of(
          "船停在海港。\tThe ship lay in the harbor.",
          "船上有石头。\tThere were stones on the ship.",
          "他把石头搬到船上。\tHe carried the stones onto the ship.",
          "海港很大，船很多。\tThe harbor is large and there are many ships.",
          "銀行在海港旁邊。\tThe bank is beside the harbor.",
          "他去銀行。\tHe went to the bank.",
          "他說，他要去旅行。\tHe said he was going to travel.",
          "壓艙石讓船很穩。\tThe ballast stone keeps the ship steady.",
          "没有壓艙石，船会翻。\tWithout the ballast stone the ship would capsize.",
          "他说：“船来了。”\t\"The ship has come,\" he said.",
          "旅行很好，海港很好。\tTravel is good, and the harbor is good.",
          "石头不会说。\tStones don't say.");

  private Samples() {}

  /** Writes the sample dictionary, gzipped. */
  static TrainingSource dictionary(Path folder) throws IOException {
    Path file = folder.resolve("sample.dict.dz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(DICTIONARY.getBytes(UTF_8));
    }
    return new TrainingSource(file, 3);
  }

  /** Writes the sample pairs. */
  static TrainingSource pairs(Path folder) throws IOException {
    return pairs(folder, "pairs.tsv", PAIRS);
  }

  static TrainingSource pairs(Path folder, String name, List<String> lines) throws IOException {
    return new TrainingSource(Files.write(folder.resolve(name), lines, UTF_8), 1);
  }

  /** Trains on the sample dictionary and pairs, and more sources. */
  public static Training train(Path folder, int jobs, TrainingSource... more) throws IOException {
    List<TrainingSource> sources = new ArrayList<>(List.of(pairs(folder)));
    sources.addAll(List.of(more));
    return new Trainer(new TrainingOptions(1_000_000, jobs), step -> {})
        .train(sources, Optional.of(dictionary(folder)));
  }

  public static Lexicon lexicon(Path folder, TrainingSource... more) throws IOException {
    return Lexicon.of(train(folder, 2, more).bytes());
  }
}
