package ballast.memory;

import java.util.Locale;

/** What a member of a team may do with its memory on a server; each may do more than the last. */
public enum TeamRole {

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
