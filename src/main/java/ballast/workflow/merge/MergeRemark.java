package ballast.workflow.merge;

import ballast.bitext.Location;

/**
 * A sentence of a document and what is to be said of it.
 *
 * @param location where it stands in the original
 * @param text the sentence
 * @param what in words, without a full stop; empty if nothing needs to be said
 */
public record MergeRemark(Location location, String text, String what) {}
