package ballast.app.align;

import ballast.app.Notices;
import ballast.app.Workplace;
import ballast.app.align.BatchMemory.Recording;
import ballast.app.project.Glossaries;
import ballast.app.project.Project;
import ballast.bitext.InputException;
import ballast.glossary.Concept;
import ballast.lexicon.Lexicon;
import ballast.memory.Memory;
import java.util.List;

/**
 * Aligns articles with their translations using glossaries and a memory as evidence, and records
 * them. Takes one article, a list or a folder.
 *
 * <pre>{@code
 * AlignmentSink.Collected collected = new AlignmentSink.Collected();
 * ArticleAlignment.Request request =
 *     ArticleAlignment.Request.of("article.zh.txt", "article.en.txt")
 *         .recording(BatchMemory.Recording.in(Memories.at(folder.resolve("tm/memory.db"))))
 *         .into(collected);
 * new ArticleAlignment(Workplace.in(folder), Notices.NONE).align(request);
 * AlignedText text = collected.texts().get(0);
 * for (Bead bead : text.alignment().beads()) {
 *   List<String> chinese = text.sourceSentences(bead);
 *   List<String> english = text.targetSentences(bead);
 * }
 * }</pre>
 */
public final class ArticleAlignment {

  /**
   * The articles, how to align them, and where the results go.
   *
   * @param jobs number of articles aligned at a time; 0: one per processor
   */
  public record Request(
      Pairs pairs,
      ArticleReading reading,
      Glossaries glossaries,
      Recording recording,
      AlignmentSink sink,
      int jobs) {

    public Request {
      if (jobs < 0) {
        throw new IllegalArgumentException(jobs + " jobs");
      }
    }

    /** Aligns these articles with the project's glossaries and without a memory. */
    public static Request of(Pairs pairs) {
      return new Request(
          pairs,
          ArticleReading.DEFAULT,
          Glossaries.OF_PROJECT,
          Recording.NONE,
          AlignmentSink.NONE,
          0);
    }

    /** Aligns one article, named after its source. */
    public static Request of(String source, String target) {
      return of(new Pairs.One(source, target, ""));
    }

    public Request recording(Recording newRecording) {
      return new Request(pairs, reading, glossaries, newRecording, sink, jobs);
    }

    public Request into(AlignmentSink newSink) {
      return new Request(pairs, reading, glossaries, recording, newSink, jobs);
    }

    public Request jobs(int maxJobs) {
      return new Request(pairs, reading, glossaries, recording, sink, maxJobs);
    }

    boolean isOne() {
      return pairs instanceof Pairs.One;
    }
  }

  private final Workplace workplace;
  private final Notices notices;
  private final AlignEvents events;
  private final Lexicon lexicon;

  public ArticleAlignment(Workplace workplace, Notices notices) {
    this(workplace, notices, AlignEvents.NONE);
  }

  public ArticleAlignment(Workplace workplace, Notices notices, AlignEvents events) {
    this(workplace, notices, events, Lexicon.bundledWhenNeeded());
  }

  /**
   * @param workplace its author is recorded with the revisions
   * @param lexicon stays open
   */
  public ArticleAlignment(
      Workplace workplace, Notices notices, AlignEvents events, Lexicon lexicon) {
    this.workplace = workplace;
    this.notices = notices;
    this.events = events;
    this.lexicon = lexicon;
  }

  /**
   * Aligns, records and writes.
   *
   * <p>If the only article fails, the failure is thrown, and memory and sink stay unchanged. If one
   * of several fails, it becomes an {@link AlignEvents#failed event} and does not stop the others.
   * Texts that do not look like translations of each other go into neither memory nor sink unless
   * the request accepts them.
   *
   * @return number of articles accepted now or already in the memory
   * @throws InputException if the pairs cannot be found, the memory or the sink cannot be written,
   *     or the only article cannot be aligned
   */
  public int align(Request request) {
    PairList list = list(request);
    try (BatchMemory memory = new BatchMemory(workplace, request.recording(), notices)) {
      return align(request, list, memory);
    }
  }

  int align(Request request, Memory open) {
    BatchMemory memory = new BatchMemory(workplace, request.recording(), notices, open);
    return align(request, list(request), memory);
  }

  private int align(Request request, PairList list, BatchMemory memory) {
    List<Concept> concepts = request.glossaries().read(workplace, notices.aside());
    KnownRenderings known = memory.known(concepts);
    if (!request.isOne()) {
      memory.make();
    }
    ArticleReading reading = request.reading();
    Threads threads = Threads.of(request.jobs(), list.size());
    ArticleAligner aligner =
        new ArticleAligner(new ArticleReader(workplace, reading), lexicon, known)
            .withThreads(threads.windows());
    String settings = AlignmentSettings.of(workplace, reading);
    Recorder recorder = new Recorder(workplace, memory, request.sink(), settings, request.isOne());
    new Batch(workplace, aligner, memory, recorder, events, notices).run(list, threads.articles());
    return recorder.finish(events);
  }

  private PairList list(Request request) {
    Pairs pairs = request.pairs();
    PairFinder finder = new PairFinder(workplace, request.reading(), lexicon);
    if (pairs instanceof Pairs.One one) {
      return new PairList(List.of(new PairList.Pair("", article(one, finder))));
    }
    PairList list;
    if (pairs instanceof Pairs.Found found) {
      list = found.list();
    } else if (pairs instanceof Pairs.InFolder in) {
      list = finder.inFolder(in.folder(), in.fromEnglish());
    } else if (pairs instanceof Pairs.InFolders two) {
      list = finder.between(two.source(), two.target());
    } else {
      list = PairFinder.listed(workplace, ((Pairs.Listed) pairs).file());
    }
    list.sayOthers(notices);
    return list;
  }

  private Article article(Pairs.One one, PairFinder finder) {
    List<String> files = finder.ordered(one.source(), one.target(), notices);
    String source = files.get(0);
    String document =
        one.document().isEmpty()
            ? Project.around(workplace.directory()).documentName(workplace.resolve(source))
            : one.document();
    return new Article(source, files.get(1), document, one.corrections());
  }

  /**
   * @param articles articles aligned at a time, at least 1
   * @param windows windows of a long article searched at a time, at least 1
   */
  private record Threads(int articles, int windows) {

    /** Bytes of heap per window searched; 250 MB are enough for usual texts. */
    private static final long WINDOW_BYTES = 400L << 20;

    static Threads of(int jobs, int pairs) {
      int all = jobs == 0 ? Runtime.getRuntime().availableProcessors() : jobs;
      int articles = Math.max(1, Math.min(all, pairs));
      long room = Runtime.getRuntime().maxMemory() / WINDOW_BYTES / articles;
      return new Threads(articles, (int) Math.max(1, Math.min(room, all / articles)));
    }
  }
}
