package ballast.workbench;

import ballast.app.Workplace;
import ballast.app.project.MemoryChoice;
import ballast.server.Route;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A workbench on a free port, and a browser without scripts that has been let in. */
public final class WorkbenchClient extends PageClient implements AutoCloseable {

  private final Workbench workbench;
  private final Queue<Throwable> failures;

  private WorkbenchClient(Workbench workbench, Queue<Throwable> failures)
      throws IOException, InterruptedException {
    super(workbench.address());
    this.workbench = workbench;
    this.failures = failures;
  }

  /** Opens a folder; Lin works in it. */
  public static WorkbenchClient open(Path folder) throws IOException, InterruptedException {
    return open(folder, "Lin");
  }

  public static WorkbenchClient open(Path folder, String author)
      throws IOException, InterruptedException {
    Workplace workplace = workplace(folder).withAuthor(author);
    Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
    return new WorkbenchClient(
        Workbench.open(
            workplace,
            MemoryChoice.OF_PROJECT.in(workplace),
            0,
            /* numericHost= */ false,
            List.of(),
            failures::add),
        failures);
  }

  /** A folder, with the user's own settings beside it. */
  static Workplace workplace(Path folder) {
    String own = folder.toAbsolutePath().resolveSibling("own").toString();
    return Workplace.in(folder).withEnvironment(Map.of("XDG_CONFIG_HOME", own));
  }

  /** An address that lets one browser in; each time another one. */
  public String openingAddress() {
    return workbench.address();
  }

  /** A page that does so. */
  public Path openingPage() {
    return workbench.page();
  }

  /** Everything that the workbench answers. */
  List<Route> routes() {
    return workbench.routes();
  }

  /** Internal errors so far. */
  public List<Throwable> failures() {
    return List.copyOf(failures);
  }

  @Override
  public void close() {
    workbench.close();
  }
}
