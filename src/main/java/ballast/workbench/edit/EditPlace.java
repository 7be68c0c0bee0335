package ballast.workbench.edit;

/**
 * Where on a page a translation is edited.
 *
 * @param key distinguishes the place on the page; the element of the texts is called {@code t-KEY}
 * @param save the path to which the form is sent
 * @param leave the path of the texts, for someone who leaves the form
 * @param target the selector of the element that the answer of {@code save} takes the place of
 */
public record EditPlace(String key, String save, String leave, String target) {}
