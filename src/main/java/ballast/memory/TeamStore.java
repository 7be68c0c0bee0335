package ballast.memory;

import java.util.List;
import java.util.Locale;

/**
 * The place of a team's memory on a server. Only {@link #make} makes a memory there; the methods
 * for opening require one.
 */
public interface TeamStore extends MemoryStore {

  /** Who connects to the server, and so the author of every change. */
  String user();

  /**
   * Makes sure that a memory here could keep what another one has, before one is made for it.
   *
   * @throws ballast.bitext.InputException if the server would refuse something
   */
  void requireTakes(Memory memory);

  /**
   * Makes an empty memory with its roles, or completes one: missing roles are made, and their
   * rights are given.
   *
   * @throws ballast.bitext.InputException if the server cannot be reached or fails, or the memory
   *     has another version
   */
  Setup make();

  /**
   * Those who may use the memory, by name.
   *
   * @throws ballast.bitext.InputException if there is no memory, or it cannot be read
   */
  List<Member> members();

  /**
   * Gives a user, or a group of users, a role, in place of one that the user may have.
   *
   * @throws ballast.bitext.InputException if the server has no such user, or who asks may not do
   *     that; the hint has the SQL for an administrator
   */
  void grant(Role role, String user);

  /** Whether the user who connects may give roles. */
  boolean mayGrant();

  /** The SQL by which an administrator gives a role to a user, without a semicolon. */
  String grantStatement(Role role, String user);

  /**
   * What {@link TeamStore#make} has done.
   *
   * @param exists whether there is a memory now that can be used
   * @param done what has been done, in words; empty if everything was there already
   * @param statements SQL that the user may not run and an administrator of the server must,
   *     without semicolons; afterwards the memory has to be made again. Empty if nothing is missing
   */
  public record Setup(boolean exists, List<String> done, List<String> statements) {

    public Setup {
      done = List.copyOf(done);
      statements = List.copyOf(statements);
    }
  }

  /**
   * A user who may use the memory of a team.
   *
   * @param user the name with which the server knows the user
   * @param role what the user may do
   * @param isOwner whether the user owns the tables or administers the server, and so may also drop
   *     the memory
   */
  public record Member(String user, Role role, boolean isOwner) {}

  /** What a member of a team may do with its memory on a server; each may do more than the last. */
  public enum Role {

    /** Reads, searches and exports. */
    READER,

    /** Also records articles, corrects and judges translations, takes back commands of his own. */
    TRANSLATOR,

    /** Also imports, compacts, rebuilds the index, and takes back commands of others. */
    MAINTAINER;

    /** The name, in small letters. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
