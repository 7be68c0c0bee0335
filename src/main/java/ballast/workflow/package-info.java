/**
 * What all use cases of the product share: the workplace and the receiver of messages.
 *
 * <p>The packages below are the front of the library: one class per use case, with a request and a
 * result. A command line, a server or any other program can call them; they know neither terminals
 * nor exit statuses. Only their hints, which say what a person may try, name options of the command
 * line; another program shows the message and may leave out the hint.
 */
@NullMarked
package ballast.workflow;

import org.jspecify.annotations.NullMarked;
