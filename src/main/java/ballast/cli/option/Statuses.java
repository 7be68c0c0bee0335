package ballast.cli.option;

import ballast.bitext.Status;
import java.util.Arrays;
import java.util.Iterator;

/** The names of statuses, for completion in a shell. */
final class Statuses implements Iterable<String> {

  @Override
  public Iterator<String> iterator() {
    return Arrays.stream(Status.values()).map(Status::label).iterator();
  }
}
