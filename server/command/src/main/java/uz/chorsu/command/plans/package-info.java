/// What this city has decided beforehand: types of incident, response plans, checklists, unit
/// kinds, time targets and limits, read from one validated YAML file. Nothing here changes while
/// Chorsu runs.
@NullMarked
package uz.chorsu.command.plans;

import org.jspecify.annotations.NullMarked;
