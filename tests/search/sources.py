"""Fictional pages in both languages, with what search reads of them."""

from __future__ import annotations


def page(title: str, body: str, kind: str = "page", same: str = "", **facets: str) -> str:
    """Return a page in Markdown with what search reads of it."""
    lines = [f"kind: {kind}", f"same: [{same}]", f"facets: {facets}"]
    return "---\n" + "\n".join(lines) + f"\n---\n# {title}\n\n{body}\n"


def clause(anchor: str, kind: str, title: str, text: str) -> str:
    """Return a clause as the templates print it."""
    return (
        f'<section class="ps-clause" id="{anchor}" data-kind="{kind}"><h3>{title}</h3>'
        f"<p>{text}</p></section>\n"
    )


def chinese_pages() -> dict[str, str]:
    """Return the fictional pages in Chinese."""
    facets = {"domain": "妇女与健康"}
    qinglan = {**facets, "tier": "省级", "place": "青澜省", "plan": "青澜省妇女发展规划"}
    yunting = {**facets, "tier": "地市级", "place": "云亭市", "plan": "云亭市妇女发展规划"}
    notes = {f"notes/{n}.md": page(f"札记{n}", f"共同用语的第{n}篇，青澜省编。") for n in range(14)}
    health = (
        '<h2 id="targets">主要目标</h2>\n'
        + clause(
            "t1",
            "target",
            "目标 1 孕产妇死亡率",
            "到２０３０年，<em>孕产妇</em>死亡率控制在8/10万以下。",
        )
        + clause("t2", "target", "目标 2 两癌筛查", "适龄妇女“两癌”人群筛查率达到70%以上。")
    )
    measures = '<h2 id="measures">策略措施</h2>\n' + clause(
        "m1", "measure", "措施 1 妇幼保健", "健全三级妇幼保健服务网络，降低孕产妇死亡率。"
    )
    return {
        "index.md": page("青澜规划公开", "首页写着规划的目标。"),
        "index/index.md": page("索引", "按名称查找。"),
        "domains/index.md": page("领域", "按领域查找。"),
        "indicators/mmr.md": page(
            "孕产妇死亡率", "一年内每十万活产中死亡的孕产妇人数。", "indicator",
            "孕产妇死亡率, maternal mortality ratio, MMR",
        ),
        "indicators/gap.md": page("孕产妇死亡率城乡差距", "农村减去城市。", "indicator"),
        "plans/qinglan/health.md": page("妇女与健康", health + measures, "domain", **qinglan),
        "plans/yunting/health.md": page("妇女与健康", measures, "domain", **yunting),
        "glossary.md": page(
            "术语", '<dl><dt data-same="两癌|宫颈癌和乳腺癌">两癌</dt><dd>见筛查。</dd></dl>'
        ),
        "cancer.md": page("癌症", "宫颈癌和乳腺癌早发现、早治疗。HPV疫苗接种逐步推开。"),
        **notes,
    }  # fmt: skip


def english_pages() -> dict[str, str]:
    """Return the fictional pages in English."""
    body = (
        '<h2 id="targets">Targets</h2>\n'
        + clause(
            "t1",
            "target",
            "Target 1 Maternal mortality ratio",
            "The maternal mortality ratio stays below 8.",
        )
        + clause(
            "t2", "target", "Target 2 Women's health", "Mortality of women in maternal care falls."
        )
    )
    facets = {"tier": "Province", "place": "Qinglan", "plan": "Qinglan Women's Plan"}
    return {
        "index.md": page("Plans of Qinglan", "What was promised."),
        "index/index.md": page("Index", "By name."),
        "domains/index.md": page("Domains", "By domain."),
        "indicators/mmr.md": page(
            "Maternal mortality ratio", "Deaths in a hundred thousand births.", "indicator",
            "孕产妇死亡率, maternal mortality ratio, MMR",
        ),
        "plans/qinglan/health.md": page("Women and Health", body, "domain", **facets),
        "care.md": page("Care", "Maternal homes were opened; infant mortality fell."),
    }  # fmt: skip
