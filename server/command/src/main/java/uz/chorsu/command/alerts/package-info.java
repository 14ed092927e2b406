/// Waking crews: alerts to the ports that the administrator named, their receipts, and the warnings
/// of what is overdue.
@NullMarked
package uz.chorsu.command.alerts;

import org.jspecify.annotations.NullMarked;
