package ballast.app.align;

import static java.nio.charset.StandardCharsets.UTF_8;

import ballast.app.Notices;
import ballast.app.Workplace;
import ballast.app.align.BatchMemory.Recording;
import ballast.bitext.Alignment;
import ballast.bitext.Bead;
import ballast.bitext.BlockType;
import ballast.bitext.Range;
import ballast.bitext.Unit;
import ballast.cli.CommandRunner;
import ballast.memory.Memory;
import ballast.memory.MemoryStore.WriteOptions;
import ballast.memory.PinnedBead;
import ballast.memory.Revision;
import ballast.memory.UnitFilter;
import ballast.memory.opening.Memories;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Two small articles in a memory, and what a person sets in them. */
final class SetBeadsScene {

  static final Instant EARLIER = CommandRunner.NOW.minusSeconds(86_400);
  static final String ZH =
      """
      港口去年运出三百吨茶叶。
      是。
      商人们在码头等了七天。
      船长说天气不好。
      是。
      粮食的价格上涨了百分之五。
      学校在九月一日开学。
      """;
  static final String EN =
      """
      The port shipped 300 tons of tea last year.
      Yes.
      The merchants waited at the quay for seven days.
      The captain said the weather was bad.
      Yes.
      The price of grain rose by 5 percent.
      School starts on September 1.
      """;

  private final Path folder;
  final List<ArticleAligner.Aligned> heard = new ArrayList<>();

  /** Writes two equal articles, {@code a} and {@code b}, into a folder. */
  SetBeadsScene(Path folder) throws IOException {
    this.folder = folder;
    Files.createDirectory(folder.resolve("tm"));
    put("a", ZH, EN);
    put("b", ZH, EN);
  }

  void put(String name, String zh, String en) throws IOException {
    Files.writeString(folder.resolve(name + ".zh.txt"), zh, UTF_8);
    Files.writeString(folder.resolve(name + ".en.txt"), en, UTF_8);
  }

  Path file() {
    return folder.resolve("tm/memory.db");
  }

  AlignedText align(String name) {
    return align(name, "", false);
  }

  /** Aligns and records an article; the result is also what the last run gave if it was skipped. */
  AlignedText align(String name, String corrections, boolean discards) {
    Workplace workplace =
        new Workplace(
            folder, InputStream.nullInputStream(), InstantSource.fixed(CommandRunner.NOW), "mei");
    AlignEvents ear =
        new AlignEvents() {
          @Override
          public void aligned(ArticleAligner.Aligned aligned) {
            heard.add(aligned);
          }
        };
    new ArticleAlignment(workplace, Notices.NONE, ear)
        .align(
            ArticleAlignment.Request.of(
                    new Pairs.One(name + ".zh.txt", name + ".en.txt", name, corrections))
                .recording(new Recording(Memories.at(file()), false, false, false, discards)));
    return last().text();
  }

  ArticleAligner.Aligned last() {
    return heard.get(heard.size() - 1);
  }

  Memory open() {
    return Memories.at(file())
        .openForWriting(WriteOptions.at(InstantSource.fixed(CommandRunner.NOW)));
  }

  List<PinnedBead> pins(String name) {
    try (Memory memory = open()) {
      return memory.pins(name);
    }
  }

  List<Revision> revisions(String name) {
    try (Memory memory = open()) {
      return memory.revisions(name);
    }
  }

  List<Unit> units(String name) {
    List<Unit> units = new ArrayList<>();
    try (Memory memory = open()) {
      memory.forEachUnit(UnitFilter.CURRENT, units::add);
    }
    units.removeIf(unit -> !unit.provenance().document().equals(name));
    return units;
  }

  /** Sets beads as an editor would: {@code from-to:from-to}, in the alignment of the article. */
  void set(String name, boolean confirmed, @Nullable BlockType type, String... beads) {
    Alignment alignment = align(name).alignment();
    ArticlePins article = new ArticlePins(alignment.source(), alignment.target());
    List<PinnedBead> pins = new ArrayList<>();
    for (String bead : beads) {
      String[] sides = bead.split(":");
      Bead set = new Bead(range(sides[0]), range(sides[1]), 1, List.of());
      pins.add(
          new PinnedBead(
              article.source(set.source().of(alignment.source())),
              article.target(set.target().of(alignment.target())),
              confirmed,
              type,
              "li",
              EARLIER));
    }
    try (Memory memory = open()) {
      Revision latest = memory.latestRevision(name).orElseThrow();
      Revision.Run run = latest.run();
      memory.addRevision(
          new Revision.New(
              name,
              alignment.source().get(0).document().lang(),
              alignment.target().get(0).document().lang(),
              new Revision.Run("li", run.files(), run.counts(), run.toolVersion(), "edited"),
              alignment.units(name, "li", Instant.EPOCH),
              new Revision.New.Beads(pins, alignment.beads())));
    }
  }

  private static Range range(String text) {
    String[] ends = text.split("-");
    return new Range(Integer.parseInt(ends[0]), Integer.parseInt(ends[1]));
  }

  static List<String> beads(AlignedText text) {
    return text.alignment().beads().stream().map(Bead::toIndexLists).toList();
  }

  Unit.Status status(String name, int unit) {
    return units(name).get(unit).provenance().status();
  }
}
