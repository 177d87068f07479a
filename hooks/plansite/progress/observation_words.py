"""The status of an observation: the SDMX code list CL_OBS_STATUS."""

from __future__ import annotations

from .word import Word


class ObservationStatus(Word):
    """One letter beside every observation; `A` where nothing is said."""

    A = ("A", "正常", "normal", "正常数据。", "A normal value.")
    B = (
        "B", "序列中断", "break",
        "自此年起口径改变，与以前不可比。", "From this year on the series is made differently.",
    )  # fmt: skip
    D = (
        "D", "定义不同", "definition differs",
        "此数据的定义与其他年份不同。", "This value follows another definition than the others.",
    )  # fmt: skip
    E = ("E", "估计", "estimated", "估计数据。", "An estimate.")
    F = (
        "F", "预测", "forecast",
        "预测数据，不作为实际值。", "A forecast; it never counts as an observation.",
    )  # fmt: skip
    G = ("G", "试验性", "experimental", "试验性统计数据。", "From experimental statistics.")
    H = ("H", "节假日缺失", "missing, holiday", "因节假日没有数据。", "No value: a holiday.")
    I = ("I", "插补", "imputed", "由汇总机构插补的数据。", "Imputed by the receiving agency.")  # noqa: E741
    J = ("J", "例外", "derogation", "经批准例外处理的数据。", "Under a derogation.")
    K = (
        "K", "并入他类", "included elsewhere",
        "数据并入其他类别。", "The figure is included in another category.",
    )  # fmt: skip
    L = (
        "L", "未收集", "exists, not collected",
        "数据存在但未收集。", "No value: the data exist but were not collected.",
    )  # fmt: skip
    M = (
        "M", "不存在", "cannot exist",
        "数据不可能存在。", "No value: the data cannot exist.",
    )  # fmt: skip
    N = ("N", "不显著", "not significant", "数值不显著。", "Not significant.")
    O = ("O", "缺失", "missing", "缺失，原因不详。", "No value, no reason given.")  # noqa: E741
    P = ("P", "初步", "provisional", "初步数据，以后可能修订。", "Provisional; may be revised.")
    Q = ("Q", "不公布", "suppressed", "因保密不公布。", "No value: suppressed.")
    S = ("S", "特殊事件", "special event", "受特殊事件影响。", "Affected by a special event.")
    U = ("U", "可靠性低", "low reliability", "可靠性低。", "Of low reliability.")
    V = ("V", "未审核", "unvalidated", "尚未审核。", "Not yet validated.")
    W = (
        "W", "含他类", "includes another category",
        "含其他类别的数据。", "The figure includes another category.",
    )  # fmt: skip


WITHOUT_NUMBER = frozenset({
    ObservationStatus.H, ObservationStatus.L, ObservationStatus.M,
    ObservationStatus.O, ObservationStatus.Q,
})  # fmt: skip
"""A row with one of these carries no number; every other row must carry one (K may do either)."""

PROVISIONAL = frozenset({ObservationStatus.P, ObservationStatus.E})
"""A latest value with one of these raises PROVISIONAL and is marked in rankings."""

UNSURE = PROVISIONAL | {ObservationStatus.U}
"""A latest value with one of these lowers the confidence."""
