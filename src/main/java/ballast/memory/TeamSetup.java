package ballast.memory;

import java.util.List;

/**
 * What {@link TeamStore#make} has done.
 *
 * @param exists whether there is a memory now that can be used
 * @param done what has been done, in words; empty if everything was there already
 * @param statements SQL that the user may not run and an administrator of the server must, without
 *     semicolons; afterwards the memory has to be made again. Empty if nothing is missing
 */
public record TeamSetup(boolean exists, List<String> done, List<String> statements) {

  public TeamSetup {
    done = List.copyOf(done);
    statements = List.copyOf(statements);
  }
}
