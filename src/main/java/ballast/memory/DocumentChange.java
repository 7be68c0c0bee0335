package ballast.memory;

/**
 * What an editor did to the units of a document, whose files stay the same. The editor knows which
 * unit each bead continues, so nothing is matched.
 *
 * @param before the document as the editor had it
 * @param after the document now. A unit with an id continues that unit; one without an id is made,
 *     or is a retired unit with the same texts. Its pairing counts, its status does not: a made
 *     unit is a draft, others keep theirs
 */
public record DocumentChange(Revision before, Revision.New after) {}
