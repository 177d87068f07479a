"""One page of every kind, below the root of a language."""

PLAN = "plans/liaoning/dalian/xigang/women-2021-2030/"
DRAFT = "plans/guangdong/qingyuan/qingcheng/women-2021-2030/"
MMR = "indicators/maternal-mortality-ratio/"

KINDS = (
    "",
    "plans/",
    PLAN,
    PLAN + "health/",
    PLAN + "targets/",
    PLAN + "implementation/",
    PLAN + "comparison/",
    PLAN + "progress/",
    PLAN + "reports/",
    PLAN + "print/",
    DRAFT + "projects/",
    "plans/china/women-2021-2030/",
    "plans/liaoning/dalian/",
    "jurisdictions/",
    "indicators/",
    MMR,
    "indicators/women-share-employed/",
    "matrix/",
    "domains/",
    "domains/women/health/",
    "bodies/",
    "bodies/education-bureau/",
    "progress/",
    "warnings/",
    "gaps/",
    "rankings/",
    "yearbook/",
    "method/",
    "glossary/",
    "index/",
    "data/",
    "about/",
    "guides/fix-a-sentence/",
    "guides/add-an-entry/",
    "accessibility/",
)
