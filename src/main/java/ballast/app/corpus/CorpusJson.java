package ballast.app.corpus;

import ballast.app.corpus.CorpusCheck.CorpusFindings;
import ballast.app.corpus.CorpusDeduplication.CorpusDuplicates;
import ballast.app.corpus.CorpusExport.ExportedFiles;
import ballast.app.corpus.CorpusImport.FilledMemory;
import ballast.app.page.Json;
import ballast.bitext.Severity;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * Writes the results of work on a corpus as JSON; the contract is in {@code
 * src/site/markdown/json.md}.
 */
public final class CorpusJson {

  private CorpusJson() {}

  /**
   * Writes the output of {@code corpus dedupe --json}.
   *
   * @param folder the folder of the remaining units, as in messages
   * @param isNearWanted whether near duplicates were searched for
   */
  public static void writeDuplicates(
      Writer out, String folder, CorpusDuplicates found, boolean isNearWanted) throws IOException {
    try (Json json = Json.line(out)) {
      json.put("folder", folder).put("read", found.units());
      json.put("units", found.kept()).put("duplicates", found.removed());
      if (isNearWanted) {
        json.put("near", found.near());
      } else {
        json.none("near");
      }
      json.put("tooLong", found.tooLong()).put("notCompared", found.notCompared());
    }
  }

  /**
   * Writes the output of {@code corpus check --json}.
   *
   * @param folder the folder of the findings, as in messages
   */
  public static void writeFindings(Writer out, String folder, CorpusFindings found)
      throws IOException {
    try (Json json = Json.line(out)) {
      json.put("folder", folder).put("checked", found.pairs()).put("skipped", found.skipped());
      json.put("broken", found.broken()).put("concepts", found.concepts());
      json.put("findings", found.findings());
      for (Severity severity : Severity.values()) {
        json.put(severity.label(), found.findings(severity));
      }
      json.array("counts");
      for (CorpusFindings.Count count : found.counts()) {
        json.object().put("rule", count.rule()).put("severity", count.severity().label());
        json.put("findings", count.findings()).end();
      }
      json.end();
    }
  }

  /**
   * Writes the output of {@code corpus import --json}.
   *
   * @param name gives the name of a memory, as in messages
   */
  public static void writeImport(
      Writer out, List<FilledMemory> memories, Function<FilledMemory, String> name)
      throws IOException {
    try (Json json = Json.line(out)) {
      writeCounts(json, memories);
      json.array("memories");
      for (FilledMemory memory : memories) {
        json.object().put("memory", name.apply(memory));
        writeCounts(json, List.of(memory));
        json.end();
      }
      json.end().array("problems");
      for (FilledMemory memory : memories) {
        for (FilledMemory.Problem problem : memory.problems()) {
          json.object().put("memory", name.apply(memory)).put("document", problem.document());
          json.put("bead", problem.position()).put("reason", problem.reason()).end();
        }
      }
      json.end();
      long listed = sum(memories, memory -> memory.problems().size());
      json.put("moreProblems", sum(memories, FilledMemory::skipped) - listed);
    }
  }

  private static void writeCounts(Json json, List<FilledMemory> memories) throws IOException {
    json.put("read", sum(memories, FilledMemory::read));
    json.put("added", sum(memories, FilledMemory::added));
    json.put("merged", sum(memories, FilledMemory::merged));
    json.put("skipped", sum(memories, FilledMemory::skipped));
  }

  private static long sum(List<FilledMemory> memories, ToLongFunction<FilledMemory> count) {
    return memories.stream().mapToLong(count).sum();
  }

  /**
   * Writes the output of {@code corpus export --json}.
   *
   * @param folder the folder of the files, as in messages
   */
  public static void writeExport(Writer out, String folder, ExportedFiles result)
      throws IOException {
    String path = folder.endsWith("/") ? folder : folder + "/";
    try (Json json = Json.line(out)) {
      json.put("folder", folder).put("units", result.units());
      json.put("doubtful", result.doubtful()).put("otherLanguages", result.otherLanguages());
      json.array("files");
      for (ExportedFiles.OneFile file : result.files()) {
        json.object().put("file", path + file.name()).put("units", file.units()).end();
      }
      json.end();
    }
  }
}
