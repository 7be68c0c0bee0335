package ballast.app.align;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import ballast.app.Workplace;
import ballast.app.align.ChangedTranslations.Change;
import ballast.app.align.ChangedTranslations.Place;
import ballast.app.align.ChangedTranslations.Unplaced;
import ballast.app.page.Json;
import ballast.app.project.Project;
import ballast.bitext.Correction;
import ballast.bitext.Correction.TextEdit;
import ballast.bitext.InputException;
import ballast.bitext.Lang;
import ballast.bitext.Location;
import ballast.bitext.Sha256;
import ballast.bitext.Side;
import ballast.bitext.Unit;
import ballast.bitext.Unit.Provenance;
import ballast.format.article.ArticleBytes;
import ballast.format.article.ArticleFormat;
import ballast.format.document.ArticleEdit;
import ballast.format.document.RevisionAuthor;
import ballast.format.document.WordComments;
import ballast.format.document.WordComments.Placed;
import ballast.format.document.WordReview;
import ballast.format.file.OutputFile;
import ballast.format.file.RawText.Rewriting;
import ballast.format.unit.PairOptions;
import ballast.format.unit.UnitEvents.FoundPair;
import ballast.format.unit.UnitFile;
import ballast.format.unit.UnitFileEdit;
import ballast.lexicon.Lexicon;
import ballast.memory.Comments.Comment;
import ballast.memory.Memory;
import ballast.memory.MemoryStore;
import ballast.memory.Revision;
import ballast.memory.Revision.Origin;
import ballast.memory.UnitFilter;
import ballast.revise.Edit;
import ballast.revise.ReviewKey;
import ballast.revise.WordDiff;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Writes translations that were changed in a memory into the translated document from which they
 * came. Everything else in the document stays, and so does a sentence that was changed there too.
 *
 * <pre>{@code
 * MemoryStore memory = Memories.at(folder.resolve("tm/memory.db"));
 * DocumentCorrection correction = new DocumentCorrection(Workplace.in(folder));
 * DocumentCorrection.Result result =
 *     correction.correct(DocumentCorrection.Request.of(memory, "article.en.txt"));
 * result.skipped().forEach(one -> System.out.println(one.where() + ": " + one.reason()));
 * String copy = correction.replace(result);
 * }</pre>
 */
public record DocumentCorrection(Workplace workplace) {

  private static final String NO_PLACE = "its comment has no place: ";

  /**
   * @param file the translated document
   * @param document its name in the memory; empty for the article that was aligned from this file
   * @param isTracked whether the changes become revisions in a Word document
   * @param author of the revisions; empty for the author of each change in the memory
   */
  public record Request(
      MemoryStore memory, String file, String document, boolean isTracked, String author) {

    /** Corrects the document that was aligned from this file. */
    public static Request of(MemoryStore memory, String file) {
      return new Request(memory, file, "", /* isTracked= */ false, "");
    }
  }

  /**
   * A corrected document, not written yet.
   *
   * @param applied the changes in it
   * @param skipped the changes that are not in it, with the reasons
   * @param already number of changes that the file already had
   * @param comments number of comments that it gets
   * @param sha256 hash of the file as it was
   * @param bytes the whole document; as it was if nothing is applied
   */
  @SuppressWarnings("ArrayRecordComponent") // bytes of a file, never compared
  public record Result(
      String file,
      String document,
      List<Change> applied,
      List<Unplaced> skipped,
      int already,
      int comments,
      String sha256,
      byte[] bytes) {

    public Result {
      applied = List.copyOf(applied);
      skipped = List.copyOf(skipped);
    }

    /** Whether there is something to write. */
    public boolean isChanged() {
      return !applied.isEmpty() || comments > 0;
    }

    private Result with(byte[] other, int written, List<Unplaced> left) {
      return new Result(file, document, applied, left, already, written, sha256, other);
    }

    /** Writes the changes that the file does not refuse. */
    private Result with(
        Map<Integer, Change> changes, Function<Map<Integer, Change>, Rewriting> write) {
      Map<Integer, Change> open = new TreeMap<>(changes);
      List<Unplaced> left = new ArrayList<>(skipped);
      while (!open.isEmpty()) {
        Rewriting made = write.apply(open);
        if (made.refused().isEmpty()) {
          List<Change> all = List.copyOf(open.values());
          byte[] after = Objects.requireNonNull(made.after());
          return new Result(file, document, all, left, already, 0, sha256, after);
        }
        made.refused()
            .forEach(
                (number, why) -> {
                  Change one = Objects.requireNonNull(open.remove(number));
                  left.add(new Unplaced(one.unit(), one.where(), why));
                });
      }
      return with(bytes, 0, left);
    }

    /**
     * Writes a summary as one line: {@code ballast apply --json}, specified in {@code
     * src/site/markdown/json.md}.
     *
     * @param written the corrected file; empty if nothing was written
     * @param copy the copy of the old one; empty if there is none
     */
    public void writeJson(Writer out, String written, String copy) throws IOException {
      try (Json json = Json.line(out)) {
        json.put("document", document).put("source", file).put("file", written).put("copy", copy);
        json.array("applied");
        for (Change one : applied) {
          json.object().place(one.where()).put("unit", one.unit().id());
          json.put("before", one.before()).put("text", one.unit().target()).end();
        }
        json.end().array("skipped");
        for (Unplaced one : skipped) {
          json.object().place(one.where()).put("unit", one.unit().id());
          json.put("text", one.unit().target()).put("reason", one.reason()).end();
        }
        json.end().put("already", already).put("comments", comments);
      }
    }
  }

  /**
   * Corrects a document, without writing it.
   *
   * @throws InputException if the memory has no article of that file, the file cannot be read, or
   *     its format has no revisions
   */
  public Result correct(Request request) {
    String name = request.file();
    Path file = workplace.resolve(name);
    byte[] before = ArticleBytes.of(file, name);
    try (Memory memory = request.memory().openForReading()) {
      if (UnitFile.isOne(file, name)) {
        requireWord(request, false, "a file of units");
        WordDiff diff = new WordDiff(Lexicon.bundledWhenNeeded());
        return new UnitFileCorrection(memory, diff, file, name).result(before);
      }
      ArticleFormat format = ArticleFormat.of(name, before);
      requireWord(request, format == ArticleFormat.DOCX, format.title());
      String document = request.document().isEmpty() ? document(memory, name) : request.document();
      Revision revision = memory.requireRevision(document);
      Result corrected =
          corrected(
              request,
              document,
              ChangedTranslations.of(workplace, memory, revision, name, before),
              before);
      return request.isTracked() ? commented(corrected, memory, revision) : corrected;
    }
  }

  private static void requireWord(Request request, boolean isWord, String title) {
    if (request.isTracked() && !isWord) {
      throw new InputException(
          "cannot write revisions into \"%s\": it is %s".formatted(request.file(), title),
          "leave out --tracked; only Word documents (DOCX) have revisions");
    }
  }

  private Result corrected(
      Request request, String document, ChangedTranslations changed, byte[] before) {
    Path file = workplace.resolve(request.file());
    Map<Integer, Change> changes = new TreeMap<>();
    Map<Integer, RevisionAuthor> authors = new HashMap<>();
    for (Change change : changed.changes()) {
      if (request.isTracked()) {
        Provenance last = change.unit().provenance();
        String author = request.author().isEmpty() ? last.author() : request.author();
        String mark = WordReview.mark(ReviewKey.of(change.unit()).shown());
        authors.put(changes.size(), author(author, last.changed(), mark));
      }
      changes.put(changes.size(), change);
    }
    Result nothing =
        new Result(
            request.file(),
            document,
            List.of(),
            changed.unplaced(),
            changed.already(),
            0,
            Sha256.hex(before),
            before);
    return nothing.with(
        changes,
        open -> {
          Map<Integer, List<TextEdit>> edits = new TreeMap<>();
          open.forEach((number, change) -> edits.put(number, change.edits()));
          return ArticleEdit.prepare(file, changed.text(), changed.reading(), edits, authors);
        });
  }

  /** Writes the open comments on the units of a document around their sentences. */
  private Result commented(Result result, Memory memory, Revision revision) {
    Map<String, List<Comment>> open =
        memory.comments().openIn(revision.document()).stream()
            .collect(groupingBy(Comment::unit, LinkedHashMap::new, toList()));
    if (open.isEmpty()) {
      return result;
    }
    ChangedTranslations now =
        ChangedTranslations.of(workplace, memory, revision, result.file(), result.bytes());
    Location first = now.text().document().location(0);
    List<Unplaced> skipped = new ArrayList<>(result.skipped());
    List<Unit> units = new ArrayList<>();
    List<Placed> placed = new ArrayList<>();
    for (Place place : now.places()) {
      List<Comment> own = place.span().isEmpty() ? null : open.remove(place.unit().id());
      for (WordComments.Comment one : said(own == null ? List.of() : own)) {
        units.add(place.unit());
        placed.add(new Placed(place.span().orElseThrow(), one));
      }
    }
    if (!open.isEmpty()) {
      String why = NO_PLACE + "the document does not have its sentence";
      memory.forEachUnit(
          UnitFilter.CURRENT.withRetired().named(open.keySet()),
          unit -> skipped.add(new Unplaced(unit, first, why)));
    }
    WordComments.Written written =
        WordComments.write(result.bytes(), now.text(), now.reading(), placed);
    written
        .refused()
        .forEach((i, why) -> skipped.add(new Unplaced(units.get(i), first, NO_PLACE + why)));
    return result.with(written.bytes(), written.written(), skipped);
  }

  private static List<WordComments.Comment> said(List<Comment> comments) {
    return comments.stream()
        .flatMap(comment -> comment.remarks().stream())
        .filter(remark -> !remark.text().isBlank())
        .map(
            remark ->
                new WordComments.Comment(author(remark.author(), remark.at(), ""), remark.text()))
        .toList();
  }

  private static RevisionAuthor author(String name, Instant at, String mark) {
    return new RevisionAuthor(name.isEmpty() ? "Ballast" : name, at, mark);
  }

  /**
   * Corrects a file of units that was imported. A pair belongs to a unit that has its source, and
   * has had its translation.
   */
  private record UnitFileCorrection(Memory memory, WordDiff diff, Path file, String name) {

    Result result(byte[] before) {
      Lang from = memory.sourceLanguages().stream().findFirst().orElse(Lang.ZH_CN);
      PairOptions options =
          PairOptions.toLookAt(from, from.isChinese() ? Lang.EN_US : Lang.ZH_CN)
              .asked(false, false);
      List<FoundPair> pairs = new ArrayList<>();
      UnitFile.read(file, name, options, pairs::add);
      Map<Integer, Change> changes = new TreeMap<>();
      List<Unplaced> skipped = new ArrayList<>();
      for (int i = 0; i < pairs.size(); i++) {
        Unit pair = pairs.get(i).unit();
        List<Unit> known = memory.exact(pair.source(), Side.SOURCE, UnitFilter.OFFERED);
        List<Unit> edited = known.stream().filter(unit -> memory.isEdited(unit.id())).toList();
        List<Unit> own = edited.stream().filter(unit -> had(unit, pair.target())).toList();
        Location where = new Location(name, pairs.get(i).raw().line(), 1);
        if (edited.isEmpty()
            || known.stream().anyMatch(unit -> unit.target().equals(pair.target()))) {
          continue;
        }
        if (own.stream().map(Unit::target).distinct().count() == 1) {
          changes.put(i, change(pair, own.get(0), where));
        } else {
          String why =
              own.isEmpty()
                  ? "the file has a translation that the memory never had"
                  : "the memory has several translations of it now";
          skipped.add(new Unplaced(edited.get(0), where, why));
        }
      }
      return new Result(name, "", List.of(), skipped, 0, 0, Sha256.hex(before), before)
          .with(
              changes,
              open -> {
                Map<Integer, Correction> all = new TreeMap<>();
                open.forEach((i, one) -> all.put(i, new Correction(one.before(), one.edits())));
                return UnitFileEdit.prepare(file, name, options, all);
              });
    }

    private Change change(Unit pair, Unit unit, Location where) {
      List<Edit> words = diff.compare(pair.target(), unit.target());
      List<TextEdit> edits =
          words.stream().map(edit -> new TextEdit(edit.old(), edit.newText())).toList();
      return new Change(unit, where, pair.target(), words, edits);
    }

    private boolean had(Unit unit, String target) {
      return memory.history(unit.id()).stream()
          .anyMatch(
              one -> target.equals(one.before().target()) || target.equals(one.after().target()));
    }
  }

  /**
   * Returns the translation from which a document was aligned last, which need not exist; empty if
   * there is no such document.
   */
  public Optional<String> file(MemoryStore store, String document) {
    try (Memory memory = store.openForReading()) {
      return memory
          .latestRevision(document)
          .map(
              revision -> {
                List<Path> paths = paths(revision.run().files().target().name()).toList();
                Path first = paths.get(0);
                return workplace.shown(
                    paths.stream().filter(Files::exists).findFirst().orElse(first));
              });
    }
  }

  /** Whether a file is there, and in a format that can be corrected. */
  public boolean isWritable(String name) {
    return Files.isRegularFile(workplace.resolve(name))
        && ArticleFormat.named(name)
            .map(format -> format != ArticleFormat.PDF && format.readAs().isEmpty())
            .orElse(true);
  }

  /** Finds the article that was aligned from a translation last. */
  private String document(Memory memory, String name) {
    Path file = workplace.resolve(name);
    List<Origin> origins = memory.origins();
    for (int i = origins.size() - 1; i >= 0; i--) {
      if (paths(origins.get(i).target()).anyMatch(path -> OutputFile.isSame(path, file))) {
        return origins.get(i).document();
      }
    }
    for (Origin origin : origins) {
      if (paths(origin.source()).anyMatch(path -> OutputFile.isSame(path, file))) {
        throw new InputException(
            "\"" + name + "\" is an original, not a translation",
            "give the translation that was aligned with it: " + origin.target());
      }
    }
    throw new InputException(
        "no article of the memory was aligned from \"" + name + "\"",
        "align it first: ballast align SOURCE \"%s\"; if the file was renamed since, name the"
                .formatted(name)
            + " article with --document (ballast tm list shows them)");
  }

  /** A file may have been named relative to the root of the project. */
  private Stream<Path> paths(String name) {
    return Stream.of(
        workplace.resolve(name), Project.around(workplace.directory()).root().resolve(name));
  }

  /**
   * Replaces the document, whole or not at all, after copying the old one.
   *
   * @return the name of the copy, next to the document
   * @throws InputException if it cannot be written, or has changed since it was read; it is then as
   *     it was
   */
  public String replace(Result result) {
    Path file = workplace.resolve(result.file());
    try {
      if (!Sha256.hex(Files.readAllBytes(file)).equals(result.sha256())) {
        throw new InputException(
            "\"" + result.file() + "\" has changed while it was being corrected",
            "run the command again");
      }
      Path copy = file.resolveSibling(file.getFileName() + ".bak");
      for (int i = 2; Files.exists(copy); i++) {
        copy = file.resolveSibling(file.getFileName() + ".bak" + i);
      }
      Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES);
      new Rewriting(file, result.bytes(), Map.of()).write();
      return workplace.shown(copy);
    } catch (IOException e) {
      throw OutputFile.cannotWrite(file, e);
    }
  }
}
