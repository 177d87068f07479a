"""Progress of targets: pure arithmetic from goals and observations to status and warnings.

Read `case` for what goes in, `assessment` for what comes out, `assess` for the way between:
series (what was known) -> gap, pace, drift -> projection, standing -> warnings. `method` holds
every number, the `*_words` modules every code with its label in Chinese and English. Numbers in
brackets are the clauses of the method. Values are exact decimals, and nothing is a float: roots and
logarithms are decimals of 28 digits.

Where the method leaves a choice, it is made here:

- A series runs from the baseline over the comparable values of the last ten years; the baseline
  always counts, so that the drift agrees with the end points of the pace ratio (8).
- Pace and effort are not defined where the baseline already met the target, nor is the yearly step
  of VOLATILE, which then takes the rule for series without one (row 15).
- SUBST is raised only where the first observation enters a number: not if it meets the target
  already (row 18), nor for aims that need no baseline.
- After the target year the latest value decides, not that of the target year (7).
- METHOD compares straight and geometric paths; it is silent where growth is impossible (rows 21,
  22), and on a path of milestones, which the plan itself prescribes.
- REGRESS of a band is a growing gap; of an aim without a value, a change against the direction.
- STALE and MISSING count figures due and not there: one amber, two red. GAP needs a year without
  any row between two observed years after the baseline; M, L, O and Q rows explain themselves.
- On a geometric path sigma and the yearly step are logarithms, and the mean level of VOLATILE is 1.
- The limits of UNUSUAL lie at least one unit in the last place from the mean change.
- Aims that are met or not (establish, ensure) and yearly goals are achieved or not achieved.
- A band that is passed through is judged by the mirror image of the value before the near edge.
"""

from .aggregate import Tally, percent, tally
from .assess import Assessor, assess, assess_days
from .assessment import Assessment
from .case import Bounds, Goal, Point
from .check import case_flaws
from .data_gap import DataGap, data_gaps, gaps_of
from .early_warning import EarlyWarning
from .flaw import CaseError, Flaw
from .method import CONSTANTS, METHOD_VERSION, Constant
from .number import difference, difference_unit, plain, relative_change, round_half_even
from .observation_words import ObservationStatus
from .parity import SexGap, share_distance
from .promise_words import Comparator, Kind, Path
from .ranking import Entry, Place, Ranking, rank_progress, rank_values
from .replay import (
    StatusSpan,
    WarningSpan,
    event_days,
    goal_on,
    replay,
    status_history,
    warning_history,
)
from .result_words import BY_PACE, MET, UNMET, Confidence, Level, Status, Verdict
from .rule_words import GapKind, Rule
from .word import Word

__all__ = [
    "BY_PACE",
    "CONSTANTS",
    "MET",
    "METHOD_VERSION",
    "UNMET",
    "Assessment",
    "Assessor",
    "Bounds",
    "CaseError",
    "Comparator",
    "Confidence",
    "Constant",
    "DataGap",
    "EarlyWarning",
    "Entry",
    "Flaw",
    "GapKind",
    "Goal",
    "Kind",
    "Level",
    "ObservationStatus",
    "Path",
    "Place",
    "Point",
    "Ranking",
    "Rule",
    "SexGap",
    "Status",
    "StatusSpan",
    "Tally",
    "Verdict",
    "WarningSpan",
    "Word",
    "assess",
    "assess_days",
    "case_flaws",
    "data_gaps",
    "difference",
    "difference_unit",
    "event_days",
    "gaps_of",
    "goal_on",
    "percent",
    "plain",
    "rank_progress",
    "rank_values",
    "relative_change",
    "replay",
    "round_half_even",
    "share_distance",
    "status_history",
    "tally",
    "warning_history",
]
