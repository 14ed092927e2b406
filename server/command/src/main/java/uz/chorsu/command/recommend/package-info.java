/// Whom to send, and why: the whole response plan at once, by road time, skills, status and how
/// sure a unit's place is. It only proposes; the database decides when a person dispatches.
@NullMarked
package uz.chorsu.command.recommend;

import org.jspecify.annotations.NullMarked;
